/**
 * The closed grammar of due dates: one small rule for each form. A rule gives what the tokens mean,
 * or a refusal when the form is known but says nothing definite, or undefined when the tokens are
 * not of its form. Nothing is guessed: what no rule accepts is refused.
 */
import { daysInMonth, isoDay, type IsoDay } from './calendar-day.ts';
import {
  christmasSpan,
  daySpan,
  deadlineBefore,
  deadlineBy,
  easterSpan,
  halfSpan,
  financialYearSpan,
  interval,
  monthName,
  monthSpan,
  ongoing,
  ongoingSince,
  partSpan,
  quarterSpan,
  seasons,
  seasonSpan,
  termSpan,
  yearSpan,
  type Meaning,
  type Season,
  type Span,
} from './due-date-span.ts';
import { isRefusal, type DateRefusal, type RangeOffer } from './due-date-refusal.ts';
import { phrase, type Token } from './due-date-tokens.ts';
import {
  aroundNewYear,
  endsInEachReading,
  hasTwoReadings,
  type Ends,
} from './due-date-two-readings.ts';
import { capitalised } from './words.ts';

/** What a rule makes of tokens: what they mean, why they mean nothing definite, or nothing at all. */
type Found<T> = T | DateRefusal | undefined;
type Form<T> = (tokens: readonly Token[]) => Found<T>;

/** A year after the name of a month, a season or Easter: there, two digits are enough. */
function yearOf(token: Token | undefined): number | undefined {
  return token?.kind === 'year' || token?.kind === 'number' ? token.year : undefined;
}

/** The first of the rules that knows the form of these tokens decides. */
function firstOf<T extends object>(rules: readonly Form<T>[]): Form<T> {
  return (tokens) => {
    for (const rule of rules) {
      const outcome = rule(tokens);
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  };
}

/** 'Friday 31 January 2025', where that day is a Friday. */
const weekdayRule: Form<Span> = (tokens) => {
  const [named, ...rest] = tokens;
  const span = named?.kind === 'weekday' ? dayRule(rest) : undefined;
  if (named?.kind !== 'weekday' || span === undefined || isRefusal(span)) return span;
  const weekday = new Date(`${span.earliest}T00:00:00Z`).getUTCDay();
  if (weekday === named.weekday) return span;
  return { kind: 'wrong weekday', text: phrase(tokens), day: span, weekday, typed: named.weekday };
};

const dayRule: Form<Span> = (tokens) => {
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
): Span | DateRefusal {
  if (month < 1 || month > 12) {
    return { kind: 'no such month', text: phrase(tokens), month };
  }
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    return { kind: 'no such day', text: phrase(tokens), year, month, days };
  }
  return daySpan(isoDay(year, month, day));
}

const monthBeforeDayRule: Form<Span> = (tokens) => {
  const [month, day, third] = tokens;
  if (month?.kind !== 'month' || day?.kind !== 'number' || tokens.length > 3) return undefined;
  if (tokens.length === 2 && day.year !== undefined) return undefined;
  const year = yearOf(third);
  if (tokens.length === 3 && year === undefined) return undefined;
  if (day.value < 1 || day.value > daysInMonth(year ?? 2024, month.month)) return undefined;
  return {
    kind: 'month before day',
    text: phrase(tokens),
    day: day.value,
    month: month.month,
    ...(year !== undefined && { year }),
  };
};

const monthRule: Form<Span> = ([month, second, ...rest]) => {
  const year = yearOf(second);
  if (month?.kind !== 'month' || year === undefined || rest.length > 0) return undefined;
  return monthSpan(year, month.month);
};

const winterRule: Form<Span> = (tokens) => {
  const [season, second, to, last, ...rest] = tokens;
  if (season?.kind !== 'season' || season.season !== 'winter' || rest.length > 0) return undefined;
  if (second?.kind === 'financial year' && to === undefined) {
    return seasonSpan('winter', second.from);
  }
  const year = yearOf(second);
  if (year === undefined) return undefined;
  if (to === undefined) return { kind: 'which winter', text: phrase(tokens), year };
  const lastYear = yearOf(last);
  if (to.kind !== 'to' || lastYear === undefined) return undefined;
  return lastYear === year + 1
    ? seasonSpan('winter', year)
    : { kind: 'not one winter', text: phrase(tokens), from: year, to: lastYear };
};

const seasonRule: Form<Span> = ([season, second, ...rest]) => {
  const year = yearOf(second);
  if (season?.kind !== 'season' || season.season === 'winter') return undefined;
  return year === undefined || rest.length > 0 ? undefined : seasonSpan(season.season, year);
};

/** Hydref is October and autumn, and only a day before it tells which. */
const hydrefRule: Form<Span> = (tokens) => {
  const place = tokens.findIndex(({ kind }) => kind === 'hydref');
  if (place < 0) return undefined;
  const as = (meaning: { kind: 'month'; month: number } | { kind: 'season'; season: 'autumn' }) =>
    wholeSpan(tokens.with(place, { ...meaning, raw: tokens[place]!.raw }));
  const october = as({ kind: 'month', month: 10 });
  if (place > 0 || october === undefined || isRefusal(october)) return october;
  const autumn = as({ kind: 'season', season: 'autumn' });
  if (autumn === undefined || isRefusal(autumn)) return autumn;
  return { kind: 'month or season', text: phrase(tokens), readings: [october, autumn] };
};

/** 'Spring/Summer 2024': one season or the next, so from the first day of one to the last of the other. */
const twoSeasonsRule: Form<Span> = (tokens) => {
  const [first, stroke, second, ...rest] = tokens;
  if (first?.kind !== 'season' || stroke?.kind !== 'stroke' || second?.kind !== 'season') {
    return undefined;
  }
  if (second.season !== seasonAfter(first.season)) return undefined;
  return rangeBetween([first], [second, ...rest], tokens);
};

function seasonAfter(season: Season): Season {
  return seasons[(seasons.indexOf(season) + 1) % seasons.length]!;
}

/** 'Q3/4 2025/26' and '2025/26 Q3-4': from the first day of one quarter to the last of one after it. */
const quartersRule: Form<Span> = (tokens) => {
  const inOrder = tokens[0]?.kind === 'financial year' ? [...tokens.slice(1), tokens[0]] : tokens;
  const [first, join] = inOrder;
  if (first?.kind !== 'quarter') return undefined;
  if (join?.kind === 'to' && inOrder !== tokens) {
    return rangeBetween([first], inOrder.slice(2).map(afterSpace), tokens);
  }
  // ‘Q1/2/3’
  let last = 0;
  for (let { quarter } = first; inOrder[last + 1]?.kind === 'stroke'; last += 2) {
    const next = inOrder[last + 2];
    if (next?.kind !== 'quarter' || next.quarter !== (quarter % 4) + 1) return undefined;
    ({ quarter } = next);
  }
  if (last === 0) return undefined;
  return rangeBetween([first], inOrder.slice(last).map(afterSpace), tokens);
};

/** A school year begins in autumn, so its spring and summer terms are in its second year. */
const termRule: Form<Span> = ([one, other, third, ...rest]) => {
  // In Welsh the term comes first: ‘tymor yr hydref 2025’.
  const [season, term] = one?.kind === 'term' ? [other, one] : [one, other];
  if (season?.kind !== 'season' || season.season === 'winter') return undefined;
  if (term?.kind !== 'term' || rest.length > 0) return undefined;
  const schoolYear =
    third?.kind === 'financial year' && (season.season === 'autumn' ? third.from : third.to);
  const year = schoolYear || yearOf(third);
  return year === undefined ? undefined : termSpan(season.season, year);
};

const christmasRule: Form<Span> = ([christmas, second, ...rest]) => {
  const year = yearOf(second);
  if (christmas?.kind !== 'christmas' || year === undefined || rest.length > 0) return undefined;
  return christmasSpan(year);
};

/** 'H1 2025' is January to June, and 'H1 2025/26' April to September. */
const halfRule: Form<Span> = (tokens) => {
  const [half, years] = tokens[0]?.kind === 'half' ? tokens : tokens.toReversed();
  if (half?.kind !== 'half' || tokens.length !== 2) return undefined;
  if (years?.kind === 'financial year') return halfSpan(years.from, 4, half.half);
  const year = yearOf(years);
  return year === undefined ? undefined : halfSpan(year, 1, half.half);
};

const easterRule: Form<Span> = ([easter, second, ...rest]) => {
  const year = yearOf(second);
  if (easter?.kind !== 'easter' || year === undefined || rest.length > 0) return undefined;
  return easterSpan(year);
};

const twoYearsRule: Form<Span> = (tokens) => {
  const [named, years, ...rest] = tokens;
  if (years?.kind !== 'financial year' || rest.length > 0) return undefined;
  if (named?.kind !== 'month' && named?.kind !== 'season' && named?.kind !== 'easter') {
    return undefined;
  }
  const name =
    named.kind === 'month'
      ? monthName(named.month)
      : capitalised(named.kind === 'season' ? named.season : 'easter');
  return { kind: 'two years', text: phrase(tokens), name, from: years.from, to: years.to };
};

const yearRule: Form<Span> = ([year, ...rest]) =>
  year?.kind === 'year' && rest.length === 0 ? yearSpan(year.year) : undefined;

const financialYearRule: Form<Span> = ([years, ...rest]) =>
  years?.kind === 'financial year' && rest.length === 0 ? financialYearSpan(years.from) : undefined;

const quarterRule: Form<Span> = (tokens) => {
  // ‘2024/25 - Q4’
  const named = tokens.length === 3 && tokens[1]?.kind === 'to' ? [tokens[0]!, tokens[2]!] : tokens;
  const [first, years] = named[0]?.kind === 'quarter' ? named : named.toReversed();
  if (first?.kind !== 'quarter' || named.length !== 2) return undefined;
  if (named !== tokens && years?.kind !== 'financial year') return undefined;
  if (years?.kind === 'financial year') return quarterSpan(years.from, first.quarter);
  const year = yearOf(years);
  if (year === undefined) return undefined;
  return { kind: 'which quarter', text: phrase(tokens), quarter: first.quarter, year };
};

const partRule: Form<Span> = ([part, ...rest]) => {
  if (part?.kind !== 'part') return undefined;
  if (part.part === 'end' && rest[1]?.kind === 'term') return endOfTerm(rest);
  const whole = wholeSpan(rest);
  if (whole === undefined || isRefusal(whole)) return whole;
  if (rest[0]?.kind === 'half' && part.part === 'end') {
    const [year = 0, month = 0] = whole.latest.split('-').map(Number);
    return monthSpan(year, month);
  }
  return partSpan(part.part, whole);
};

/** A spring term ends with the Easter holidays, in March or in April. */
function endOfTerm(tokens: readonly Token[]): Found<Span> {
  const term = termRule(tokens);
  if (term === undefined || isRefusal(term)) return term;
  const [year = 0, month = 0] = term.latest.split('-').map(Number);
  return month === 4 ? undefined : monthSpan(year, month);
}

const wholeSpan = firstOf<Span>([
  dayRule,
  weekdayRule,
  monthBeforeDayRule,
  monthRule,
  winterRule,
  seasonRule,
  hydrefRule,
  termRule,
  easterRule,
  christmasRule,
  twoYearsRule,
  yearRule,
  financialYearRule,
  quarterRule,
  halfRule,
  twoSeasonsRule,
  quartersRule,
]);

/** One date that is not a range: what can be at either end of a range, or after 'by'. */
const singleSpan = firstOf<Span>([wholeSpan, partRule]);

/** 'X to Y', 'from X to Y', 'between X and Y'. The first with a date on both sides is the one that counts. */
const rangeRule: Form<Span> = (all) => {
  const opens = all[0]?.kind === 'from' || all[0]?.kind === 'between';
  const tokens = opens ? all.slice(1) : all;
  const joins = all[0]?.kind === 'between' ? 'and' : 'to';
  let refusal: DateRefusal | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== joins) continue;
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
): Found<Span> {
  const beside = besideWinter(left, right);
  if (beside !== undefined) return beside;
  const last = singleSpan(right);
  if (last === undefined) return last;
  if (isRefusal(last)) return inEachReading(left, right, all, last);
  const alone = singleSpan(left);
  const first = alone ?? singleSpan(borrowing(left, right));
  if (first === undefined) return first;
  if (isRefusal(first)) return inEachReading(left, right, all, first);

  if (first.earliest > last.latest) {
    const yearEarlier =
      alone || !namesMore(left) ? undefined : singleSpan(borrowing(left, right.map(yearBefore)));
    const around = aroundNewYear(left, right);
    if (around !== undefined) {
      const offers = offersOf(around);
      return { kind: 'range of two readings', text: phrase(all), of: 'which year', offers };
    }
    return backwards(all, first, last, yearEarlier);
  }
  if (endsInWholeYear(left, right)) {
    return { kind: 'end not clear', text: phrase(all), example: spanning(first, last) };
  }
  if (first.earliest > last.earliest || first.latest > last.latest) {
    return { kind: 'one date inside the other', text: phrase(all), example: spanning(first, last) };
  }
  return interval(first.earliest, last.latest);
}

/** 'Autumn to Winter 2025': of the two winters of a year, only one is beside the other season. */
function besideWinter(left: readonly Token[], right: readonly Token[]): Span | undefined {
  const [first, ...before] = left;
  const [second, typed, ...after] = right;
  const year = yearOf(typed);
  if (first?.kind !== 'season' || second?.kind !== 'season' || year === undefined) return undefined;
  if (before.length > 0 || after.length > 0) return undefined;
  if (second.season !== seasonAfter(first.season)) return undefined;
  if (second.season === 'winter') {
    return interval(seasonSpan(first.season, year).earliest, seasonSpan('winter', year).latest);
  }
  return first.season === 'winter'
    ? interval(seasonSpan('winter', year - 1).earliest, seasonSpan(second.season, year).latest)
    : undefined;
}

/**
 * Where one end of a range has two readings: what to write for the whole range in each of them. What
 * is about to be offered has no tokens of its own, and is not offered in other readings again.
 */
function inEachReading(
  left: readonly Token[],
  right: readonly Token[],
  all: readonly Token[],
  refusal: DateRefusal,
): DateRefusal {
  if (!hasTwoReadings(refusal) || all.length === 0) return refusal;
  for (const ends of endsInEachReading(left, right, refusal)) {
    const offers = offersOf(ends);
    if (offers.length === 0) continue;
    return { kind: 'range of two readings', text: phrase(all), of: refusal.kind, offers };
  }
  return refusal;
}

function offersOf(ends: readonly Ends[]): RangeOffer[] {
  return ends.flatMap(([from, to]) => {
    const range = rangeBetween(from, to, []);
    if (range === undefined || isRefusal(range)) return [];
    const isInMonths = [from, to].every(([first]) => first?.kind === 'month');
    const write = isInMonths ? range.name : `${phrase(from)} to ${phrase(to)}`;
    return [{ write: capitalised(write), range }];
  });
}

function spanning(first: Span, last: Span): Span {
  const latest = first.latest > last.latest ? first.latest : last.latest;
  return interval(first.earliest, latest);
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
  return tokens.some(({ kind }) =>
    ['month', 'season', 'easter', 'christmas', 'quarter', 'half'].includes(kind),
  );
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
  first: Span,
  last: Span,
  yearEarlier: Found<Span>,
): DateRefusal {
  const earlier: IsoDay | undefined =
    yearEarlier === undefined || isRefusal(yearEarlier) ? undefined : yearEarlier.earliest;
  const inOrder = interval(last.earliest, first.latest);
  const sooner =
    earlier === undefined || earlier > last.latest ? [] : [interval(earlier, last.latest)];
  return { kind: 'backwards', text: phrase(all), meant: [...sooner, inOrder] };
}

/** 'Spring 2018 to 2019' may mean to spring 2019 or to its end; '2018 to 2019' is clear. */
function endsInWholeYear(left: readonly Token[], right: readonly Token[]): boolean {
  const kind = right.length === 1 ? right[0]?.kind : undefined;
  if (kind !== 'year' && kind !== 'financial year') return false;
  return left.length !== 1 || left[0]?.kind !== kind;
}

const financialYearListRule: Form<Span> = (tokens) => {
  const starts = tokens.flatMap((token) => (token.kind === 'financial year' ? [token.from] : []));
  const first = starts[0];
  const last = starts.at(-1);
  const onlyList = tokens.every(({ kind }) => kind === 'financial year' || kind === 'and');
  const lastIsJoined = tokens.at(-2)?.kind === 'and' && tokens.at(-1)?.kind === 'financial year';
  if (!onlyList || !lastIsJoined || first === undefined || last === undefined) return undefined;
  if (starts.length < 2 || tokens[0]?.kind === 'and') return undefined;

  const inRow = starts.every((year, index) => year === first + index);
  if (inRow) {
    return interval(financialYearSpan(first).earliest, financialYearSpan(last).latest);
  }
  return {
    kind: 'list not in a row',
    text: phrase(tokens),
    from: Math.min(...starts),
    to: Math.max(...starts),
  };
};

const deadlineRule: Form<Meaning> = (tokens) => {
  const [word, ...named] = tokens;
  if (word?.kind !== 'by' && word?.kind !== 'before') return undefined;
  // The end of a date is a moment, so “before the end of March” means the same as “by the end of March”.
  const [next, ...afterEnd] = named;
  const atEnd = next?.kind === 'part' && next.part === 'end';
  const beforeStart = word.kind === 'before' && next?.kind === 'part' && next.part === 'start';
  const period = atEnd || beforeStart ? wholeSpan(afterEnd) : singleSpan(named);
  if (isRefusal(period)) return period;
  if (period) {
    return word.kind === 'by' || atEnd ? deadlineBy(period) : deadlineBefore(period);
  }
  const range = rangeRule(named);
  if (range === undefined || isRefusal(range)) return range;
  return {
    kind: 'range after a deadline',
    text: phrase(tokens),
    word: word.raw.trim().toLowerCase(),
    range,
  };
};

/** Without ‘of’, it may be said that work starts then. */
const startRule: Form<Meaning> = (tokens) => {
  const [part, ...rest] = tokens;
  if (part?.kind !== 'part' || !/^(?:start|beginning)$/i.test(part.raw)) return undefined;
  if (/\bof\b/i.test(rest[0]?.raw ?? '')) return undefined;
  const [due, whole] = [partRule(tokens), wholeSpan(rest)];
  if (due === undefined || isRefusal(due) || whole === undefined || isRefusal(whole)) return due;
  const since = ongoingSince(whole);
  return { kind: 'start of it or start in it', text: phrase(tokens), part: due, since };
};

const ongoingRule: Form<Meaning> = ([word, ...rest]) =>
  word?.kind === 'ongoing' && rest.length === 0 ? ongoing : undefined;

/**
 * 'Ongoing from April 2024', 'April 2024 onwards', 'April 2024 to ongoing', 'from April 2024 and
 * ongoing'. Without 'from', a date and 'ongoing' may be when it is due, and what follows.
 */
const ongoingSinceRule: Form<Meaning> = (tokens) => {
  const kinds = tokens.map(({ kind }) => kind);
  let start: readonly Token[] | undefined;
  if (kinds[0] === 'ongoing' && kinds[1] === 'from') start = tokens.slice(2);
  else if (kinds.at(-1) === 'onwards') start = tokens.slice(kinds[0] === 'from' ? 1 : 0, -1);
  else if (kinds.at(-1) === 'ongoing' && kinds[0] === 'from' && kinds.at(-2) === 'and') {
    start = tokens.slice(1, -2);
  } else if (kinds.at(-1) === 'ongoing' && kinds.at(-2) === 'to') {
    start = tokens.slice(kinds[0] === 'from' ? 1 : 0, -2);
  }
  const span = start && singleSpan(start);
  return span === undefined || isRefusal(span) ? span : ongoingSince(span);
};

/** What the tokens of a whole due date mean, by the first rule that knows their form. */
export const readMeaning = firstOf<Meaning>([
  ongoingRule,
  ongoingSinceRule,
  deadlineRule,
  financialYearListRule,
  startRule,
  singleSpan,
  rangeRule,
]);
