/**
 * The stretches of time that a due date can name: what each is called, which days it covers and
 * how it is written in EDTF (ISO 8601-2:2019 level 1, https://www.loc.gov/standards/datetime/).
 */
import {
  addDays,
  addMonths,
  daysInMonth,
  fieldsOf,
  firstOfMonth,
  isoDay,
  lastOfMonth,
  type IsoDay,
} from './calendar-day.ts';
import { easterSunday } from './easter.ts';

/** How finely a due date is given. A deadline (“by”, “before”) has that of the date it names. */
export type Precision =
  | 'day'
  | 'month'
  | 'season'
  | 'quarter'
  | 'part'
  | 'year'
  | 'financial year'
  | 'range'
  | 'holiday'
  | 'ongoing';

/** What a due date means, whoever wrote it. Two with the same slug are the same in every field. */
export interface Meaning {
  /** As it reads inside a sentence: 'spring 2019', 'April 2018 to March 2019', 'by March 2023'. */
  name: string;
  /** As it reads after a verb: 'in spring 2019', 'between April 2018 and March 2019', 'by March 2023'. */
  when: string;
  /** The last that its name names: 'spring 2019', but 'March 2019' of 'April 2018 to March 2019'. */
  end: string;
  edtf: string;
  earliest: IsoDay | null;
  latest: IsoDay | null;
  precision: Precision;
  slug: string;
}

/** A meaning with a first and a last day. */
export interface Span extends Meaning {
  earliest: IsoDay;
  latest: IsoDay;
}

/** The years that a due date may name. */
export const firstYear = 1990;
export const lastYear = 2099;

/** The seasons in the order of the year, winter last: it ends in the next one. */
export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];
export type Part = 'early' | 'mid' | 'late' | 'end' | 'start';
/** The days of the week; Sunday is at 0. */
export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The English names of the months; January is at 0. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** '2018/19', as a financial year is typed. */
export function slashed(year: number): string {
  return `${year}/${String(year + 1).slice(-2)}`;
}

/** The name of a month (1–12). */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

/** What a stretch of time is called by one name. */
function named(name: string, preposition = 'in') {
  return { name, when: `${preposition} ${name}`, end: name };
}

function fromTo(start: string, end: string) {
  return { name: `${start} to ${end}`, when: `between ${start} and ${end}`, end };
}

/** A name that needs no preposition after a verb, because it has one already: 'by March 2023', 'ongoing'. */
function asItIs(name: string) {
  return { name, when: name, end: name };
}

const monthOf = (day: IsoDay): string => day.slice(0, 7);
const isLastOfMonth = (day: IsoDay): boolean => addDays(day, 1).endsWith('-01');

/** One day. */
export function daySpan(day: IsoDay): Span {
  const { year, month, dayOfMonth } = fieldsOf(day);
  const name = `${dayOfMonth} ${monthName(month)} ${year}`;
  return {
    name,
    when: `on ${name}`,
    end: name,
    edtf: day,
    earliest: day,
    latest: day,
    precision: 'day',
    slug: day,
  };
}

/** One month (1–12). */
export function monthSpan(year: number, month: number): Span {
  const earliest = firstOfMonth(year, month);
  return {
    ...named(`${monthName(month)} ${year}`),
    edtf: monthOf(earliest),
    earliest,
    latest: lastOfMonth(year, month),
    precision: 'month',
    slug: monthOf(earliest),
  };
}

/** One calendar year. */
export function yearSpan(year: number): Span {
  const name = String(year);
  const [earliest, latest] = [firstOfMonth(year, 1), lastOfMonth(year, 12)];
  return { ...named(name), edtf: name, earliest, latest, precision: 'year', slug: name };
}

/**
 * A season of three whole months, by the `year` in which it begins: spring from March, summer from
 * June, autumn from September, winter from December into the next year.
 *
 * Source: the meteorological seasons of the Met Office. Winter is an interval of months in EDTF,
 * because the code for winter (24) does not say which of a year's two winters is meant.
 */
export function seasonSpan(season: Season, year: number): Span {
  const place = seasons.indexOf(season);
  const first = 3 + place * 3;
  const last = addMonths(year, first, 2);
  const earliest = firstOfMonth(year, first);
  const latest = lastOfMonth(last.year, last.month);
  const winter = season === 'winter';
  return {
    ...named(winter ? `winter ${year} to ${year + 1}` : `${season} ${year}`),
    edtf: winter ? `${monthOf(earliest)}/${monthOf(latest)}` : `${year}-${21 + place}`,
    earliest,
    latest,
    precision: 'season',
    slug: winter ? `winter-${year}-${year + 1}` : `${season}-${year}`,
  };
}

/** Easter: the four days from Good Friday to Easter Monday. */
export function easterSpan(year: number): Span {
  const sunday = easterSunday(year);
  const [earliest, latest] = [addDays(sunday, -2), addDays(sunday, 1)];
  return {
    ...named(`Easter ${year}`, 'at'),
    edtf: `${earliest}/${latest}`,
    earliest,
    latest,
    precision: 'holiday',
    slug: `easter-${year}`,
  };
}

/** Christmas: Christmas Day and Boxing Day. */
export function christmasSpan(year: number): Span {
  const [earliest, latest] = [isoDay(year, 12, 25), isoDay(year, 12, 26)];
  return {
    ...named(`Christmas ${year}`, 'at'),
    edtf: `${earliest}/${latest}`,
    earliest,
    latest,
    precision: 'holiday',
    slug: `christmas-${year}`,
  };
}

/**
 * A school term in a calendar year, as schools in England have them: spring from January to April,
 * summer from April to July, autumn from September to December. Each council sets its own days, so
 * the months are approximate.
 */
export function termSpan(term: Exclude<Season, 'winter'>, year: number): Span {
  const [first, last] = { spring: [1, 4], summer: [4, 7], autumn: [9, 12] }[term] as [
    number,
    number,
  ];
  const [earliest, latest] = [firstOfMonth(year, first), lastOfMonth(year, last)];
  return {
    ...named(`${term} term ${year}`),
    edtf: `${monthOf(earliest)}~/${monthOf(latest)}~`,
    earliest,
    latest,
    precision: 'part',
    slug: `${term}-term-${year}`,
  };
}

/** Half 1 or 2 of a year that begins on the first of `month`: six months. */
export function halfSpan(year: number, month: number, half: number): Span {
  const first = addMonths(year, month, (half - 1) * 6);
  const last = addMonths(first.year, first.month, 5);
  return interval(firstOfMonth(first.year, first.month), lastOfMonth(last.year, last.month));
}

/**
 * The UK financial year, in the local-government sense, that begins in `year`: 1 April to 31 March.
 */
export function financialYearSpan(year: number): Span {
  return interval(firstOfMonth(year, 4), lastOfMonth(year + 1, 3));
}

/** Quarter 1 to 4 of the financial year that begins in `year`; quarter 1 is April to June. */
export function quarterSpan(year: number, quarter: number): Span {
  const first = addMonths(year, 4, (quarter - 1) * 3);
  const last = addMonths(first.year, first.month, 2);
  return interval(firstOfMonth(first.year, first.month), lastOfMonth(last.year, last.month));
}

/**
 * The time from one day to another (`first` ≤ `last`), named by the largest unit that says the
 * same: whichever way it was typed, one stretch of plain days has one name and one slug. Seasons,
 * parts and Easter are never chosen here, because they say something that the days alone do not.
 */
export function interval(first: IsoDay, last: IsoDay): Span {
  if (first === last) return daySpan(first);
  if (first.endsWith('-01') && isLastOfMonth(last)) return monthsSpan(first, last);
  const from = fieldsOf(first);
  const to = fieldsOf(last);
  const end = daySpan(last).name;
  const sameMonth = monthOf(first) === monthOf(last);
  const start =
    from.year !== to.year
      ? daySpan(first).name
      : `${from.dayOfMonth}${sameMonth ? '' : ` ${monthName(from.month)}`}`;
  return {
    ...fromTo(start, end),
    edtf: `${first}/${last}`,
    earliest: first,
    latest: last,
    precision: 'range',
    slug: `${first}-to-${last}`,
  };
}

function monthsSpan(first: IsoDay, last: IsoDay): Span {
  const from = fieldsOf(first);
  const to = fieldsOf(last);
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (months === 1) return monthSpan(from.year, from.month);
  if (from.month === 1 && months === 12) return yearSpan(from.year);
  const days = { earliest: first, latest: last };
  if (from.month === 1 && to.month === 12) {
    return {
      ...days,
      ...fromTo(`${from.year}`, `${to.year}`),
      edtf: `${from.year}/${to.year}`,
      precision: 'range',
      slug: `${from.year}-to-${to.year}`,
    };
  }
  const sameYear = from.year === to.year;
  const financial = from.month === 4 && to.month === 3;
  const quarter = months === 3 && from.month % 3 === 1;
  return {
    ...days,
    ...fromTo(
      `${monthName(from.month)}${sameYear ? '' : ` ${from.year}`}`,
      `${monthName(to.month)} ${to.year}`,
    ),
    edtf: `${monthOf(first)}/${monthOf(last)}`,
    precision: financial ? 'financial year' : quarter ? 'quarter' : 'range',
    slug: financial ? `${from.year}-${to.year}` : `${monthOf(first)}-to-${monthOf(last)}`,
  };
}

/**
 * A part of a year (thirds of four months; its start is January, its end December), of a month (days 1–10, 11–20 and
 * 21 to the end), of a season (first, second, third month), or of a financial year or quarter
 * (thirds; its start and end are its first and last month). The start and the end of a month or a
 * season are its early and late thirds.
 *
 * The parts of financial years and quarters have no name without a slash, so they are plain months.
 * Returns undefined for a period that has no parts: a day, Easter, a range.
 */
export function partSpan(part: Part, whole: Span): Span | undefined {
  const { year, month } = fieldsOf(whole.earliest);
  const third = { early: 0, start: 0, mid: 1, late: 2, end: 2 }[part];

  if (whole.precision === 'month') {
    const last = third === 2 ? daysInMonth(year, month) : third * 10 + 10;
    const first = third * 10 + 1;
    return approximate(part, whole, isoDay(year, month, first), isoDay(year, month, last));
  }
  if (whole.precision === 'year' && (part === 'end' || part === 'start')) {
    const only = monthSpan(year, part === 'end' ? 12 : 1);
    return {
      ...only,
      name: `${part} of ${whole.name}`,
      when: `at the ${part} of ${whole.name}`,
      end: part === 'end' ? whole.name : `${part} of ${whole.name}`,
      edtf: `${only.edtf}~`,
      precision: 'part',
      slug: `${part}-${whole.slug}`,
    };
  }
  const length = { year: 12, 'financial year': 12, season: 3, quarter: 3 }[
    whole.precision as string
  ];
  if (length === undefined) return undefined;
  const start = addMonths(year, month, (third * length) / 3);
  const end = addMonths(start.year, start.month, length / 3 - 1);
  const first = firstOfMonth(start.year, start.month);
  const last = lastOfMonth(end.year, end.month);
  if (whole.precision === 'year' || whole.precision === 'season') {
    return approximate(part, whole, first, last);
  }
  if (part === 'start') return monthSpan(year, month);
  return part === 'end' ? monthSpan(end.year, end.month) : interval(first, last);
}

function approximate(part: Part, whole: Span, earliest: IsoDay, latest: IsoDay): Span {
  const word = { early: 'early', start: 'early', mid: 'mid', late: 'late', end: 'late' }[part];
  const { edtf } = interval(earliest, latest);
  return {
    ...named(`${word} ${whole.name}`),
    edtf: `${edtf.replace('/', '~/')}~`,
    earliest,
    latest,
    precision: 'part',
    slug: `${word}-${whole.slug}`,
  };
}

/** Any time up to the last day of `period`: 'by March 2023', 'by the end of 2018'. */
export function deadlineBy(period: Span): Meaning {
  const { year, month } = fieldsOf(period.latest);
  const unit = isNamedByItsMonths(period) ? monthSpan(year, month) : period;
  return {
    ...asItIs(unit.precision === 'year' ? `by the end of ${unit.name}` : `by ${unit.name}`),
    edtf: upTo(unit.latest, unit.precision),
    earliest: null,
    latest: unit.latest,
    precision: unit.precision,
    slug: `by-${unit.slug}`,
  };
}

/** Any time up to the day before the first day of `period`: 'before March 2023'. */
export function deadlineBefore(period: Span): Meaning {
  const { year, month } = fieldsOf(period.earliest);
  const unit = isNamedByItsMonths(period) ? monthSpan(year, month) : period;
  const latest = addDays(unit.earliest, -1);
  return {
    ...asItIs(`before ${unit.name}`),
    edtf: upTo(latest, unit.precision),
    earliest: null,
    latest,
    precision: unit.precision,
    slug: `before-${unit.slug}`,
  };
}

/** No last day, and no first day until the plan's own start is known. */
export const ongoing: Meaning = {
  ...asItIs('ongoing'),
  edtf: '../..',
  earliest: null,
  latest: null,
  precision: 'ongoing',
  slug: 'ongoing',
};

/** From the first day of `period`, with no last day: 'ongoing from April 2024'. */
export function ongoingSince(period: Span): Meaning {
  const { year, month } = fieldsOf(period.earliest);
  const unit = isNamedByItsMonths(period) ? monthSpan(year, month) : period;
  // A season has no place in an EDTF interval of level 1.
  const start =
    unit.precision === 'season' ? monthOf(unit.earliest) : unit.edtf.replace(/\/.*$/, '');
  return {
    ...asItIs(`ongoing from ${unit.name}`),
    edtf: `${start}/..`,
    earliest: unit.earliest,
    latest: null,
    precision: 'ongoing',
    slug: `ongoing-from-${unit.slug}`,
  };
}

// 'By April 2018 to March 2019' would be hard to read, so only the month that counts is named.
function isNamedByItsMonths(period: Span): boolean {
  return ['financial year', 'quarter', 'range'].includes(period.precision);
}

function upTo(latest: IsoDay, precision: Precision): string {
  if (precision === 'year') return `../${latest.slice(0, 4)}`;
  if (precision === 'day' || precision === 'holiday') return `../${latest}`;
  const end = isLastOfMonth(latest) ? monthOf(latest) : latest;
  return precision === 'part' ? `../${end}~` : `../${end}`;
}
