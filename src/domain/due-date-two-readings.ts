/** A range, one end of which can be read in two ways: both ends, written out for each reading. */
import { monthName, slashed } from './due-date-span.ts';
import type { DateRefusal } from './due-date-refusal.ts';
import type { Token } from './due-date-tokens.ts';

export type Ends = readonly [from: readonly Token[], to: readonly Token[]];

/** A refusal of a date that can be read in two ways. */
type OfTwoReadings = Extract<DateRefusal, { kind: 'which winter' | 'which quarter' | 'two years' }>;

/** Whether the end of a range was refused because it can be read in two ways. */
export function hasTwoReadings(refusal: DateRefusal): refusal is OfTwoReadings {
  return ['which winter', 'which quarter', 'two years'].includes(refusal.kind);
}

/**
 * Both ends for each reading of the one that was refused, each with a year. A second group is for
 * where none of the first runs forwards.
 */
export function endsInEachReading(
  left: readonly Token[],
  right: readonly Token[],
  refusal: OfTwoReadings,
): readonly (readonly Ends[])[] {
  switch (refusal.kind) {
    case 'which winter':
      return [eitherWinter(left, right, refusal.year)];
    case 'which quarter': {
      if (left.some(({ kind }) => kind === 'stroke')) return [];
      const year = calendarYear(refusal.year);
      const complete = withYear(left, year);
      const groups = [quartersOfEitherYear(complete, right)];
      if (complete === left) return groups;
      return [
        ...groups,
        quartersOfEitherYear(withYear(left, calendarYear(refusal.year - 1)), right),
      ];
    }
    case 'two years':
      return eitherOfTwoYears(left, right, refusal);
  }
}

/** ‘Q4/1 2025/26’: that financial year may be the one in which the time begins, or the one in which it ends. */
export function aroundNewYear(
  [first, ...before]: readonly Token[],
  [second, years, ...after]: readonly Token[],
): Ends[] | undefined {
  if (first?.kind !== 'quarter' || first.quarter !== 4 || before.length > 0) return undefined;
  if (second?.kind !== 'quarter' || second.quarter !== 1 || after.length > 0) return undefined;
  if (years?.kind !== 'financial year') return undefined;
  return [years.from - 1, years.from].map((from) => [
    [first, financialYear(from)],
    [named(second), financialYear(from + 1)],
  ]);
}

function eitherWinter(left: readonly Token[], right: readonly Token[], year: number): Ends[] {
  if (left.some(isWinter) && right.some(isWinter)) return [];
  return [year, year - 1].map((from): Ends =>
    right.some(isWinter)
      ? [withYear(left, calendarYear(from)), [...right.slice(0, -1), financialYear(from)]]
      : [[...left.filter((token) => !isYear(token)), financialYear(from)], right],
  );
}

function quartersOfEitherYear(left: readonly Token[], right: readonly Token[]): Ends[] {
  return [
    [inCalendar(left, 'first'), inCalendar(right, 'last')],
    [inFinancialYear(left), inFinancialYear(right)],
  ];
}

/** ‘Spring to Summer 2025/26’ is in one of the two years, and ‘Autumn to Spring 2025/26’ in both. */
function eitherOfTwoYears(
  left: readonly Token[],
  right: readonly Token[],
  { from, to }: { from: number; to: number },
): Ends[][] {
  const years = [from, to].map(calendarYear);
  // ‘March to Q1 2025/26’: only a quarter, or a winter, is of both years.
  if (hasQuarter(right) || right.some(isWinter)) {
    return [years.map((year): Ends => [withYear(left, year), right])];
  }
  const names = right.slice(0, -1);
  const inOne = years.map((year): Ends => [withYear(left, year), [...names, year]]);
  const first = left.some(isWinter) ? financialYear(from) : calendarYear(from);
  const inBoth: Ends = [withYear(left, first), [...names, calendarYear(to)]];
  return left.some(isWinter) ? [[inBoth]] : [inOne, [inBoth]];
}

const isWinter = (token: Token): boolean => token.kind === 'season' && token.season === 'winter';

const isYear = (token: Token): boolean =>
  token.kind === 'year' ||
  token.kind === 'financial year' ||
  token.kind === 'iso day' ||
  (token.kind === 'number' && token.year !== undefined);

function withYear(tokens: readonly Token[], year: Token): readonly Token[] {
  return tokens.some(isYear) ? tokens : [...tokens, year];
}

const calendarYear = (year: number): Token => ({ kind: 'year', year, raw: ` ${year}` });
const financialYear = (from: number): Token => ({
  kind: 'financial year',
  from,
  to: from + 1,
  raw: ` ${slashed(from)}`,
});

/** A quarter with its letter, which the second of two may have lost. */
function named(token: Token): Token {
  return token.kind === 'quarter' ? { ...token, raw: ` Q${token.quarter}` } : token;
}

const hasQuarter = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind }) => kind === 'quarter');

function inFinancialYear(tokens: readonly Token[]): readonly Token[] {
  if (!hasQuarter(tokens)) return tokens;
  return tokens.map((token) => (token.kind === 'year' ? financialYear(token.year) : named(token)));
}

/** With the first or last month of its quarter of the calendar year. */
function inCalendar(tokens: readonly Token[], which: 'first' | 'last'): readonly Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'quarter') return token;
    const month = which === 'first' ? token.quarter * 3 - 2 : token.quarter * 3;
    return { kind: 'month', month, raw: ` ${monthName(month)}` };
  });
}
