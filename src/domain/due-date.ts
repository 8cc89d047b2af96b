/**
 * Due dates as the editors of action plans write them. A small closed grammar turns the text into
 * an interval of calendar days; a text outside it is refused with advice, never guessed at.
 *
 * Sources: ISO 8601-2:2019, Extended Date/Time Format (EDTF) level 1,
 * https://www.loc.gov/standards/datetime/; the Met Office's meteorological seasons; the UK
 * financial year in the local-government sense, 1 April to 31 March.
 */
import { addDays } from './calendar-day.ts';
import { readMeaning } from './due-date-grammar.ts';
import { type Meaning, type Precision } from './due-date-span.ts';
import { isRefusal, type DateRefusal } from './due-date-refusal.ts';
import { isAcceptable, refuseToken, settleFigures } from './due-date-slips.ts';
import { refuseSurroundings } from './due-date-surroundings.ts';
import { foldSpace, tokenize, type Token } from './due-date-tokens.ts';
import { dateRefusalInWords, longestDate } from './due-date-refusal-words.ts';
import { capitalised } from './words.ts';

export { acceptedForms } from './due-date-forms.ts';
export type { Precision } from './due-date-span.ts';
export type { DateRefusal } from './due-date-refusal.ts';
export { dateRefusalInWords, fixedDateAdvice, type DatePlace } from './due-date-refusal-words.ts';

/**
 * A due date. Days are ISO calendar days ('2023-03-15') with no time and no time zone.
 * Two with the same slug are the same in every field but `text`.
 */
export interface DueDate {
  /** As typed, with white space folded. */
  readonly text: string;
  /** In plain English with nothing shortened; parses to the same date: 'April 2018 to March 2019'. */
  readonly display: string;
  /** The same as it reads inside a sentence: 'spring 2019', 'by March 2023'. */
  readonly name: string;
  /** The same after a verb: 'in spring 2019', 'between April 2018 and March 2019', 'by March 2023'. */
  readonly when: string;
  /** The last that its name names: 'spring 2019', but 'March 2019' of 'April 2018 to March 2019'. */
  readonly end: string;
  /** EDTF level 1: '2022-04', '2019-21', '2018-12~', '2018-04/2019-03', '../2023-03', '../..'. */
  readonly edtf: string;
  /** The first day; null for a deadline ('by …', 'before …') and for an ongoing date. */
  readonly earliest: string | null;
  /** The last day; null for an ongoing date only, which is never overdue. */
  readonly latest: string | null;
  readonly precision: Precision;
  /** For the address /due/<slug>/: lower-case letters, digits and hyphens. */
  readonly slug: string;
}

/** The date, or why the text is not accepted; `dateRefusalInWords` says it. */
export type Parsed = { ok: true; date: DueDate } | { ok: false; refusal: DateRefusal };

const noDate = new Set(
  'n/a na none nil no null ~ unknown n/k nk i’w_gadarnhau none_set'
    .split(' ')
    .map((words) => words.replace('_', ' ')),
);

/** Thousands of records share a few hundred dates, so each is read once. */
const read = new Map<string, Parsed>();
/** How many are kept at most, so that a long-lived process does not run out of memory. */
const mostRead = 10_000;

const howSoon = new Set([
  'asap',
  'as soon as possible',
  'immediate',
  'immediate effect',
  'immediately',
  'now',
  'right away',
  'straight away',
  'straightaway',
  'with immediate effect',
]);

/** What is known of how a text was written. */
export interface ReadingOptions {
  /**
   * Whether 03/04/2025 is 3 April (true) or 4 March (false), where something else settles it, such
   * as the other dates of a column. Without it such a text is refused, with both readings.
   */
  dayFirst?: boolean | undefined;
}

/**
 * Reads a due date: `acceptedForms` shows the forms. Never throws; what is not accepted gives
 * `ok: false` with a refusal: its kind and its facts.
 *
 * Years are 1990 to 2099, and a year in two digits is 20xx. Case does not matter, nor do white
 * space, commas, 'of' and 'the'.
 */
export function parseDueDate(text: string, { dayFirst }: ReadingOptions = {}): Parsed {
  if (dayFirst !== undefined) return parse(text, dayFirst);
  const known = read.get(text);
  if (known !== undefined) return known;
  const parsed = parse(text, undefined);
  if (text.length > longestDate) return parsed;
  if (read.size >= mostRead) read.clear();
  read.set(text, parsed);
  return parsed;
}

/** A date that the check has accepted before. */
export function checkedDate(text: string): DueDate {
  const parsed = parseDueDate(text);
  if (parsed.ok) return parsed.date;
  const { message, advice } = dateRefusalInWords(parsed.refusal);
  throw new Error(`${message} ${advice}`);
}

function parse(text: string, dayFirst: boolean | undefined): Parsed {
  const folded = foldSpace(text);
  const meaning = meaningOf(folded, dayFirst);
  if (isRefusal(meaning)) return { ok: false, refusal: meaning };
  return { ok: true, date: { text: folded, display: capitalised(meaning.name), ...meaning } };
}

function meaningOf(folded: string, dayFirst: boolean | undefined): Meaning | DateRefusal {
  if (folded === '') return { kind: 'empty' };
  if (folded.length > longestDate) {
    return {
      kind: 'too long',
      start: folded.slice(0, 40).replace(/ \S*$/, ''),
      length: folded.length,
    };
  }
  const bare = folded.toLowerCase().replace(/\.$/, '').replace("'", '’');
  if (howSoon.has(bare)) return { kind: 'how soon', text: folded };
  if (saysNoDate(bare)) return { kind: 'no date', text: folded };
  const tokens = settleFigures(tokenize(bareDate(folded)), dayFirst);
  return (
    refuseExcelDay(folded) ??
    refuseDayInARow(folded) ??
    (tokens.every(isAcceptable) ? readMeaning(tokens) : undefined) ??
    refuseSurroundings(folded, ask) ??
    refuseToken(tokens, folded, ask) ??
    refuseShortYears(folded) ??
    refuseNoYear(tokens, folded) ?? { kind: 'not a date', text: folded }
  );
}

/** “TBC”, “T.B.C.”, “?”, and with a reason in words: “TBC following review”, “Subject to funding”. */
function saysNoDate(bare: string): boolean {
  if (noDate.has(bare) || noDate.has(bare.replaceAll('.', ''))) return true;
  if (/^[\s.…?!–—-]+$/.test(bare)) return true;
  return (
    !/\d/.test(bare) &&
    /^(?:t\.?b\.?[acd]\b|(?:as and )?when\b|once(?! (?:an?|every)\b)|as (?:required|needed|appropriate)|business as usual|bau$|no change\b|(?:in )?due course\b|unchanged\b|(?:the )?same\b|as (?:before|planned)\b|(?:up)?on (?:agreement|approval|completion|publication|receipt)\b|(?:after|post)[ -]|to be (?:agreed|announced|confirmed|decided|determined|set)\b|(?:date|dates) (?:tb[acd]|to be)\b|no dates?\b|not (?:yet )?(?:agreed|applicable|confirmed|decided|known|set|stated)\b|subject to\b|depend(?:s|ing|ent) (?:up)?on\b|awaiting\b|pending\b)/.test(
      bare,
    )
  );
}

/** Without the stop at its end, and the small word before it: ‘In 2025.’, ‘Due March 2025’. */
function bareDate(folded: string): string {
  const bare = folded
    .replace(/(?<=\w)\.+$/, '')
    .replace(
      /^(?:(?:some ?time )?in(?! advance)|on(?= (?:the )?(?:\d|[mtwfs]\w+day))|during|throughout|within|over|in the course of|due|deadline|target(?: date)?)(?:\s*:\s*|\s+)(?=\S)/i,
      '',
    );
  // ‘March 2025 at the latest’
  const latest = /^(.+?),? (?:at the )?latest$/i.exec(bare)?.[1];
  return latest === undefined ? bare : `by ${latest.replace(/^by /i, '')}`;
}

/**
 * What a text means, for an advice that wants to offer it. A refusal of it gets no advice, so this
 * cannot go round in circles.
 */
function accepted(text: string): Meaning | undefined {
  const meaning = ask(text);
  return isRefusal(meaning) ? undefined : meaning;
}

function ask(text: string): Meaning | DateRefusal | undefined {
  const tokens = settleFigures(tokenize(text), undefined);
  return tokens.every(isAcceptable) ? readMeaning(tokens) : undefined;
}

/** Excel keeps a day as a number of days, where 1 January 2000 is 36526; it shows up in pasted cells. */
function refuseExcelDay(folded: string): DateRefusal | undefined {
  if (!/^[34]\d{4}(?:\.\d+)?$/.test(folded)) return undefined;
  const day = accepted(addDays('2000-01-01', Math.floor(Number(folded)) - 36_526));
  return day && { kind: 'day number of Excel', text: folded, day };
}

/** A day without marks, with its year first as programs write it, or last: 20250331, 31032025. */
function refuseDayInARow(folded: string): DateRefusal | undefined {
  const [, first, second, last] = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(folded) ?? [];
  const found =
    first === undefined ? undefined : meaningOf(`${first}/${second}/${last}`, undefined);
  if (found !== undefined && !isRefusal(found)) {
    return { kind: 'month in figures', text: folded, offers: [{ write: found.name }] };
  }
  if (isRefusal(found) && found.kind === 'day or month first') return { ...found, text: folded };
  const [, year, month, date] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(folded) ?? [];
  const day = year === undefined ? undefined : accepted(`${year}-${month}-${date}`);
  return day && { kind: 'month in figures', text: folded, offers: [{ write: day.name }] };
}

/** “Q3 25-26”: a financial year, with a dash in place of its stroke. */
function refuseShortYears(folded: string): DateRefusal | undefined {
  const write = folded.replace(
    /(?<![\d/.-])(\d{2})\s*[-–—]\s*(\d{2})(?![\d/.-])/,
    (typed, from, to) => (Number(to) === Number(from) + 1 ? `20${from}/${to}` : typed),
  );
  return write === folded || accepted(write) === undefined
    ? undefined
    : { kind: 'dash between years', text: folded, offers: [{ write }] };
}

/** Enough of them for every weekday to meet its day. */
const exampleYears = ['2025', '2025/26', ...Array.from({ length: 11 }, (_, index) => 2026 + index)];

function refuseNoYear(tokens: readonly Token[], folded: string): DateRefusal | undefined {
  const hasYear = tokens.some(({ kind }) => kind === 'year' || kind === 'financial year');
  if (tokens.length === 0 || hasYear) return undefined;
  const withYear = exampleYears.map((year) => exampleOf(`${folded} ${year}`)).find(Boolean);
  return withYear === undefined
    ? undefined
    : { kind: 'no year', text: folded, example: capitalised(withYear) };
}

/** A text that is accepted, or what is offered for it: ‘Q4 2024/25 to Q1 2025/26’ for ‘Q4/1 2025/26’. */
function exampleOf(text: string): string | undefined {
  if (accepted(bareDate(text))) return text;
  const refusal = meaningOf(text, undefined);
  if (!isRefusal(refusal)) return undefined;
  if (refusal.kind === 'range of two readings' && refusal.of === 'which year') {
    return refusal.offers[0]?.write;
  }
  if (refusal.kind !== 'several dates') return undefined;
  return /^q/i.test(text) ? refusal.range : refusal.run?.name;
}

/**
 * The order of a list: by the last day, with ongoing dates at the end; then by the first day, where
 * one that is open comes first; then by the slug. Negative, zero or positive, as for Array.sort.
 */
export function compareDueDates(a: DueDate, b: DueDate): number {
  if (a.latest === null || b.latest === null) {
    if (a.latest !== b.latest) return a.latest === null ? 1 : -1;
  }
  return (
    compareText(a.latest ?? '', b.latest ?? '') ||
    compareText(a.earliest ?? '', b.earliest ?? '') ||
    compareText(a.slug, b.slug)
  );
}

// Not localeCompare: the order must not depend on the machine's language.
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * An ongoing date with the plan's start filled in: `edtf` '2018/..' and `earliest` from `start`.
 * Any other date, and one that names its own start, is returned as it is.
 *
 * @param start the EDTF date on which the plan begins, and its first day as an ISO day; an EDTF
 *   interval cannot begin another one, so then the first day is used
 */
export function ongoingFrom(date: DueDate, start: { edtf: string; earliest: string }): DueDate {
  if (date.precision !== 'ongoing' || date.earliest !== null) return date;
  const begins = start.edtf.includes('/') ? start.earliest : start.edtf;
  return { ...date, edtf: `${begins}/..`, earliest: start.earliest };
}
