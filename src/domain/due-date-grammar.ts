/**
 * The closed grammar of due dates: one small rule for each form. A rule gives what the tokens mean,
 * or a refusal when the form is known but says nothing definite, or undefined when the tokens are
 * not of its form. Nothing is guessed: what no rule accepts is refused.
 */
import { daysInMonth, isoDay, type IsoDay } from './calendar-day.ts';
import {
  dayPeriod,
  deadlineBefore,
  deadlineBy,
  easterPeriod,
  financialYearPeriod,
  interval,
  monthName,
  monthPeriod,
  ongoing,
  partPeriod,
  quarterPeriod,
  seasonPeriod,
  yearPeriod,
  type Meaning,
  type Period,
} from './due-date-period.ts';
import { phrase, type Token } from './due-date-tokens.ts';

/** Why a text is not accepted (`message`) and exactly what to type instead (`advice`). */
export interface Refusal {
  message: string;
  advice: string;
}

export type Outcome<T> = T | Refusal | undefined;
type Rule<T> = (tokens: readonly Token[]) => Outcome<T>;

export function isRefusal(outcome: Outcome<object>): outcome is Refusal {
  return outcome !== undefined && 'message' in outcome;
}

/** A name as a text of its own: 'spring 2019' becomes 'Spring 2019'. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** '2018/19', as a financial year is typed. */
export function slashed(year: number): string {
  return `${year}/${String(year + 1).slice(-2)}`;
}

/** A year after the name of a month, a season or Easter: there, two digits are enough. */
function yearOf(token: Token | undefined): number | undefined {
  return token?.kind === 'year' || token?.kind === 'number' ? token.year : undefined;
}

/** The first of the rules that knows the form of these tokens decides. */
function firstOf<T extends object>(rules: readonly Rule<T>[]): Rule<T> {
  return (tokens) => {
    for (const rule of rules) {
      const outcome = rule(tokens);
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  };
}

const dayRule: Rule<Period> = (tokens) => {
  const [first, second, third] = tokens;
  if (first?.kind === 'iso day' && tokens.length === 1) {
    return existingDay(first.year, first.month, first.day, tokens);
  }
  const year = yearOf(third);
  if (tokens.length !== 3 || first?.kind !== 'number' || second?.kind !== 'month') return undefined;
  return year === undefined ? undefined : existingDay(year, second.month, first.value, tokens);
};

function existingDay(
  year: number,
  month: number,
  day: number,
  tokens: readonly Token[],
): Period | Refusal {
  if (month < 1 || month > 12) {
    return {
      message: `“${phrase(tokens)}” is not a day: there is no month ${month}.`,
      advice: 'Write the day, the name of the month and the year, for example 15 March 2025.',
    };
  }
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) {
    const name = monthPeriod(year, month).name;
    return {
      message: `“${phrase(tokens)}” is not a day: ${name} has ${length} days.`,
      advice: `Write a day from 1 to ${length} ${name}, or ${name} for the whole month.`,
    };
  }
  return dayPeriod(isoDay(year, month, day));
}

const monthBeforeDayRule: Rule<Period> = (tokens) => {
  const [month, day, third] = tokens;
  if (month?.kind !== 'month' || day?.kind !== 'number' || tokens.length > 3) return undefined;
  if (tokens.length === 2 && day.year !== undefined) return undefined;
  const year = yearOf(third);
  if (tokens.length === 3 && year === undefined) return undefined;
  if (day.value < 1 || day.value > daysInMonth(year ?? 2024, month.month)) return undefined;
  const name = monthName(month.month);
  const message = `“${phrase(tokens)}” has the month before the day.`;
  return year === undefined
    ? {
        message,
        advice: `Add the year and write the day first, for example ${day.value} ${name} 2025.`,
      }
    : { message, advice: `Write ${day.value} ${name} ${year}.` };
};

const monthRule: Rule<Period> = ([month, second, ...rest]) => {
  const year = yearOf(second);
  if (month?.kind !== 'month' || year === undefined || rest.length > 0) return undefined;
  return monthPeriod(year, month.month);
};

const winterRule: Rule<Period> = (tokens) => {
  const [season, second, to, last, ...rest] = tokens;
  if (season?.kind !== 'season' || season.season !== 'winter' || rest.length > 0) return undefined;
  if (second?.kind === 'financial year' && to === undefined) {
    return seasonPeriod('winter', second.from);
  }
  const year = yearOf(second);
  if (year === undefined) return undefined;
  if (to === undefined) return eitherWinter(year, tokens);
  const lastYear = yearOf(last);
  if (to.kind !== 'to' || lastYear === undefined) return undefined;
  if (lastYear === year + 1) return seasonPeriod('winter', year);
  const run = `Winter ${slashed(year)} to Winter ${slashed(lastYear - 1)}`;
  return {
    message: `“${phrase(tokens)}” is not one winter.`,
    advice:
      lastYear > year
        ? `Write Winter ${slashed(year)} for one winter, or ${run} for the time between two.`
        : `Write two years in a row, for example Winter ${slashed(year)}.`,
  };
};

function eitherWinter(year: number, tokens: readonly Token[]): Refusal {
  const reading = (first: number): string => {
    const { earliest, latest } = seasonPeriod('winter', first);
    return `Winter ${slashed(first)} for ${interval(earliest, latest).name}`;
  };
  return {
    message: `“${phrase(tokens)}” could be either of two winters.`,
    advice: `Write ${reading(year - 1)}, or ${reading(year)}.`,
  };
}

const seasonRule: Rule<Period> = ([season, second, ...rest]) => {
  const year = yearOf(second);
  if (season?.kind !== 'season' || season.season === 'winter') return undefined;
  return year === undefined || rest.length > 0 ? undefined : seasonPeriod(season.season, year);
};

const easterRule: Rule<Period> = ([easter, second, ...rest]) => {
  const year = yearOf(second);
  if (easter?.kind !== 'easter' || year === undefined || rest.length > 0) return undefined;
  return easterPeriod(year);
};

const twoYearsRule: Rule<Period> = (tokens) => {
  const [named, years, ...rest] = tokens;
  if (years?.kind !== 'financial year' || rest.length > 0) return undefined;
  if (named?.kind !== 'month' && named?.kind !== 'season' && named?.kind !== 'easter') {
    return undefined;
  }
  const name =
    named.kind === 'month'
      ? monthName(named.month)
      : capitalised(named.kind === 'season' ? named.season : 'easter');
  return {
    message: `“${phrase(tokens)}” gives two years for one date.`,
    advice: `Write ${name} ${years.from} or ${name} ${years.to}.`,
  };
};

const yearRule: Rule<Period> = ([year, ...rest]) =>
  year?.kind === 'year' && rest.length === 0 ? yearPeriod(year.year) : undefined;

const financialYearRule: Rule<Period> = ([years, ...rest]) =>
  years?.kind === 'financial year' && rest.length === 0
    ? financialYearPeriod(years.from)
    : undefined;

const quarterRule: Rule<Period> = (tokens) => {
  const [first, years, ...rest] = tokens;
  if (first?.kind !== 'quarter' || rest.length > 0) return undefined;
  if (years?.kind === 'financial year') return quarterPeriod(years.from, first.quarter);
  if (years?.kind !== 'year') return undefined;
  // Quarter 1 of the calendar year is the last one of the financial year before.
  const calendar =
    first.quarter === 1
      ? quarterPeriod(years.year - 1, 4)
      : quarterPeriod(years.year, first.quarter - 1);
  const financial = quarterPeriod(years.year, first.quarter);
  const typed = `Q${first.quarter} ${slashed(years.year)}`;
  return {
    message: `“${phrase(tokens)}” could be a quarter of the calendar year or of a financial year.`,
    advice: `Write ${calendar.name} for the calendar year, or ${typed} for ${financial.name}.`,
  };
};

const partRule: Rule<Period> = ([part, ...rest]) => {
  if (part?.kind !== 'part') return undefined;
  const whole = wholePeriod(rest);
  if (whole === undefined || isRefusal(whole)) return whole;
  return partPeriod(part.part, whole);
};

const wholePeriod = firstOf<Period>([
  dayRule,
  monthBeforeDayRule,
  monthRule,
  winterRule,
  seasonRule,
  easterRule,
  twoYearsRule,
  yearRule,
  financialYearRule,
  quarterRule,
]);

/** One date that is not a range: what can stand at either end of a range, or after 'by'. */
const singlePeriod = firstOf<Period>([wholePeriod, partRule]);

/** 'X to Y'. The first 'to' with a date on both sides is the one that counts. */
const rangeRule: Rule<Period> = (tokens) => {
  let refusal: Refusal | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'to') continue;
    const outcome = rangeBetween(tokens.slice(0, index), tokens.slice(index + 1), tokens);
    if (outcome !== undefined && !isRefusal(outcome)) return outcome;
    refusal ??= outcome;
  }
  return refusal;
};

function rangeBetween(
  left: readonly Token[],
  right: readonly Token[],
  all: readonly Token[],
): Outcome<Period> {
  const last = singlePeriod(right);
  if (last === undefined || isRefusal(last)) return last;
  const alone = singlePeriod(left);
  const first = alone ?? singlePeriod(borrowing(left, right));
  if (first === undefined || isRefusal(first)) return first;

  if (first.earliest > last.latest) {
    const yearEarlier =
      alone || !namesMore(left) ? undefined : singlePeriod(borrowing(left, right.map(yearBefore)));
    return backwards(all, first, last, yearEarlier);
  }
  if (endsInWholeYear(left, right)) {
    return {
      message: `“${phrase(all)}” does not show clearly when the time ends.`,
      advice: `Write both ends in the same way, for example ${spanning(first, last)}.`,
    };
  }
  if (first.earliest > last.earliest || first.latest > last.latest) {
    return {
      message: `“${phrase(all)}” has one date inside the other.`,
      advice: `Write where the time begins and where it ends, for example ${spanning(first, last)}.`,
    };
  }
  return interval(first.earliest, last.latest);
}

function spanning(first: Period, last: Period): string {
  const latest = first.latest > last.latest ? first.latest : last.latest;
  return interval(first.earliest, latest).name;
}

/**
 * The left side with what it leaves out and the right side says: the year for a named month, season,
 * quarter or Easter; everything after the first word for a bare day or part ('3 to 10 March 2022').
 */
function borrowing(left: readonly Token[], right: readonly Token[]): readonly Token[] {
  if (namesMore(left)) return [...left, ...yearOfEnd(right).map(afterSpace)];
  const bare = left.length === 1 && (left[0]?.kind === 'number' || left[0]?.kind === 'part');
  return bare && left[0]?.kind === right[0]?.kind ? [...left, ...right.slice(1)] : [];
}

/** The token for the year in which a date ends; for a winter, with its two years, begins. */
function yearOfEnd(tokens: readonly Token[]): readonly Token[] {
  const winter = tokens.findIndex((token) => token.kind === 'season' && token.season === 'winter');
  if (winter < 0) return tokens.slice(-1);
  return tokens
    .slice(winter + 1, winter + 2)
    .map(({ raw, ...year }) =>
      year.kind === 'financial year'
        ? { kind: 'year', year: year.from, raw: String(year.from) }
        : { ...year, raw },
    );
}

function namesMore(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => ['month', 'season', 'easter', 'quarter'].includes(kind));
}

const afterSpace = (token: Token): Token => ({ ...token, raw: ` ${token.raw.trim()}` });

function yearBefore(token: Token): Token {
  switch (token.kind) {
    case 'year':
      return { ...token, year: token.year - 1 };
    case 'number':
      return token.year === undefined ? token : { ...token, year: token.year - 1 };
    case 'financial year':
      return { ...token, from: token.from - 1, to: token.to - 1 };
    default:
      return token;
  }
}

function backwards(
  all: readonly Token[],
  first: Period,
  last: Period,
  yearEarlier: Outcome<Period>,
): Refusal {
  const earlier: IsoDay | undefined =
    yearEarlier === undefined || isRefusal(yearEarlier) ? undefined : yearEarlier.earliest;
  const inOrder = interval(last.earliest, first.latest).name;
  const asked = earlier !== undefined && earlier <= last.latest;
  return {
    message: `“${phrase(all)}” runs backwards.`,
    advice: asked
      ? `Write ${interval(earlier, last.latest).name}, or ${inOrder}.`
      : `Write ${inOrder}.`,
  };
}

/** 'Spring 2018 to 2019' may mean to spring 2019 or to its end; '2018 to 2019' is clear. */
function endsInWholeYear(left: readonly Token[], right: readonly Token[]): boolean {
  const kind = right.length === 1 ? right[0]?.kind : undefined;
  if (kind !== 'year' && kind !== 'financial year') return false;
  return left.length !== 1 || left[0]?.kind !== kind;
}

const financialYearListRule: Rule<Period> = (tokens) => {
  const starts = tokens.flatMap((token) => (token.kind === 'financial year' ? [token.from] : []));
  const first = starts[0];
  const last = starts.at(-1);
  const onlyList = tokens.every(({ kind }) => kind === 'financial year' || kind === 'and');
  const lastIsJoined = tokens.at(-2)?.kind === 'and' && tokens.at(-1)?.kind === 'financial year';
  if (!onlyList || !lastIsJoined || first === undefined || last === undefined) return undefined;
  if (starts.length < 2 || tokens[0]?.kind === 'and') return undefined;

  const inRow = starts.every((year, index) => year === first + index);
  if (inRow) {
    return interval(financialYearPeriod(first).earliest, financialYearPeriod(last).latest);
  }
  const [low, high] = [Math.min(...starts), Math.max(...starts)];
  return {
    message: `“${phrase(tokens)}” does not list financial years one after the other.`,
    advice:
      low === high
        ? `Write ${slashed(low)}.`
        : `Write ${slashed(low)} to ${slashed(high)} if the time runs from the first to the last.`,
  };
};

const deadlineRule: Rule<Meaning> = (tokens) => {
  const [word, ...named] = tokens;
  if (word?.kind !== 'by' && word?.kind !== 'before') return undefined;
  // The end of a date is a moment: to be done before it is to be done by it.
  const [next, ...afterEnd] = named;
  const atEnd = next?.kind === 'part' && next.part === 'end';
  const period = atEnd ? wholePeriod(afterEnd) : singlePeriod(named);
  if (isRefusal(period)) return period;
  if (period) {
    return word.kind === 'by' || atEnd ? deadlineBy(period) : deadlineBefore(period);
  }
  const range = rangeRule(named);
  if (range === undefined || isRefusal(range)) return range;
  const lastDay = dayPeriod(range.latest).name;
  return {
    message: `“${phrase(tokens)}” gives a range after “${word.raw.trim().toLowerCase()}”.`,
    advice: `Write By ${lastDay}, or ${range.name} without “${word.raw.trim().toLowerCase()}”.`,
  };
};

const ongoingRule: Rule<Meaning> = ([word, ...rest]) =>
  word?.kind === 'ongoing' && rest.length === 0 ? ongoing : undefined;

/** What the tokens of a whole due date mean, by the first rule that knows their form. */
export const readMeaning = firstOf<Meaning>([
  ongoingRule,
  deadlineRule,
  financialYearListRule,
  singlePeriod,
  rangeRule,
]);
