/** The words and figures of a typed due date, before any rule says what they mean together. */
import { monthNames, seasons, weekdayNames, type Part, type Season } from './due-date-span.ts';

type Meaningful =
  | { kind: 'month'; month: number }
  | { kind: 'season'; season: Season }
  | { kind: 'part'; part: Part }
  | { kind: 'easter' }
  | { kind: 'christmas' }
  /** After a season: 'autumn term'. */
  | { kind: 'term' }
  /** 0 is Sunday. */
  | { kind: 'weekday'; weekday: number }
  /** 'H1', 'first half' or 'first six months'. */
  | { kind: 'half'; half: number }
  /** 'Hydref' is October in Welsh, and autumn. */
  | { kind: 'hydref' }
  /** 'onwards': from a date, and with no end. */
  | { kind: 'onwards' }
  | { kind: 'from' }
  /** Before two dates that “and” joins: 'between April and June 2025'. */
  | { kind: 'between' }
  /** Between two words: 'spring/summer'. */
  | { kind: 'stroke' }
  | { kind: 'ongoing' }
  | { kind: 'by' }
  | { kind: 'before' }
  | { kind: 'to' }
  | { kind: 'and' }
  /** '2018', or "'18". */
  | { kind: 'year'; year: number }
  /** '15', '15th' or '05'; `year` is 2005 for '05', and missing where the figures cannot be one. */
  | { kind: 'number'; value: number; year: number | undefined }
  /** '2018/19', '2018/9' or '2018/2019', not yet known to be two years in a row. */
  | { kind: 'financial year'; from: number; to: number }
  | { kind: 'quarter'; quarter: number }
  /** '2023-03-15', not yet known to be a day that exists. */
  | { kind: 'iso day'; year: number; month: number; day: number }
  /** '2018-19' or '2018-2020': never accepted, because of its readings. `short` is 19 of '2018-19'. */
  | { kind: 'dashed years'; from: number; to: number; short?: number }
  /** 'FY24', which names one of the two years of a financial year: never accepted. */
  | { kind: 'half-named financial year'; year: number }
  /** '15/03/2023', '15 03 2023', '03/2023' or '03/23', not yet known to have one reading. */
  | { kind: 'figures'; figures: readonly number[] }
  | { kind: 'unknown' };

/** One word or figure; `raw` is how it was typed, with any space, 'of', 'the' or comma before it. */
export type Token = Meaningful & { raw: string };

/** Without October: its name is that of autumn too. */
const welshMonths = [
  'ionawr',
  'chwefror',
  'mawrth',
  'ebrill',
  'mai',
  'mehefin',
  'gorffennaf',
  'awst',
  'medi',
  '',
  'tachwedd',
  'rhagfyr',
];

/** How Welsh words begin after others (‘o Fawrth’, ‘yn Nhachwedd’), and how they are shortened. */
const welshForms: Record<string, number> = {
  ion: 1,
  chwef: 2,
  maw: 3,
  fawrth: 3,
  ebr: 4,
  fai: 5,
  meh: 6,
  fehefin: 6,
  gorff: 7,
  orffennaf: 7,
  ngorffennaf: 7,
  fedi: 9,
  tach: 11,
  dachwedd: 11,
  nhachwedd: 11,
  rhag: 12,
  ragfyr: 12,
};

const abbreviations: readonly string[] = monthNames.map((name) => name.slice(0, 3).toLowerCase());

const vocabulary = new Map<string, Meaningful>([
  ...abbreviations.map((word, index) => [word, { kind: 'month', month: index + 1 }] as const),
  ['sept', { kind: 'month', month: 9 }],
  ...monthNames.map(
    (name, index) => [name.toLowerCase(), { kind: 'month', month: index + 1 }] as const,
  ),
  ...welshMonths.flatMap((word, index) =>
    word === '' ? [] : [[word, { kind: 'month', month: index + 1 }] as const],
  ),
  ...Object.entries(welshForms).map(([word, month]) => [word, { kind: 'month', month }] as const),
  ['hydref', { kind: 'hydref' }],
  ...weekdayNames.flatMap((name, weekday) =>
    [
      name,
      name.slice(0, 3),
      ...(name === 'Tuesday' ? ['Tues'] : []),
      ...(name === 'Wednesday' ? ['Weds'] : []),
      ...(name === 'Thursday' ? ['Thur', 'Thurs'] : []),
    ].map((word) => [word.toLowerCase(), { kind: 'weekday', weekday }] as const),
  ),
  ...seasons.map((season) => [season, { kind: 'season', season }] as const),
  ['gwanwyn', { kind: 'season', season: 'spring' }],
  ['haf', { kind: 'season', season: 'summer' }],
  ['wanwyn', { kind: 'season', season: 'spring' }],
  ['gaeaf', { kind: 'season', season: 'winter' }],
  ['aeaf', { kind: 'season', season: 'winter' }],
  ['dechrau', { kind: 'part', part: 'start' }],
  ['ddechrau', { kind: 'part', part: 'start' }],
  ['canol', { kind: 'part', part: 'mid' }],
  ['ganol', { kind: 'part', part: 'mid' }],
  ['diwedd', { kind: 'part', part: 'end' }],
  ['ddiwedd', { kind: 'part', part: 'end' }],
  ['erbyn', { kind: 'by' }],
  ['cyn', { kind: 'before' }],
  ['parhaus', { kind: 'ongoing' }],
  ['barhaus', { kind: 'ongoing' }],
  ['parhau', { kind: 'ongoing' }],
  ['ymlaen', { kind: 'onwards' }],
  ['rhwng', { kind: 'between' }],
  ['a', { kind: 'and' }],
  ['i', { kind: 'to' }],
  ['tymor', { kind: 'term' }],
  ['pasg', { kind: 'easter' }],
  ['nadolig', { kind: 'christmas' }],
  ...(['early', 'mid', 'late', 'end', 'start'] as const).map(
    (part) => [part, { kind: 'part', part }] as const,
  ),
  ['beginning', { kind: 'part', part: 'start' }],
  ['middle', { kind: 'part', part: 'mid' }],
  ['easter', { kind: 'easter' }],
  ['christmas', { kind: 'christmas' }],
  ['xmas', { kind: 'christmas' }],
  ['term', { kind: 'term' }],
  ['ongoing', { kind: 'ongoing' }],
  ['on-going', { kind: 'ongoing' }],
  ['on going', { kind: 'ongoing' }],
  ['onwards', { kind: 'onwards' }],
  ['onward', { kind: 'onwards' }],
  ['from', { kind: 'from' }],
  ['since', { kind: 'from' }],
  ['between', { kind: 'between' }],
  ['/', { kind: 'stroke' }],
  ['by', { kind: 'by' }],
  ['before', { kind: 'before' }],
  ['pre', { kind: 'before' }],
  ['to', { kind: 'to' }],
  ['until', { kind: 'to' }],
  ['till', { kind: 'to' }],
  ['through', { kind: 'to' }],
  ['and', { kind: 'and' }],
  ['&', { kind: 'and' }],
  ['+', { kind: 'and' }],
]);

type Groups = readonly (string | undefined)[];
type Shape = readonly [pattern: RegExp, read: (groups: Groups) => Meaningful];

const numbers = ['', 'one', 'two', 'three', 'four'];

function secondYear(from: number, digits: string): number {
  if (digits.length === 4) return Number(digits);
  const span = 10 ** digits.length;
  const last = from - (from % span) + Number(digits);
  // Only the next year may be the smaller one in its figures: 1999/00 ends in 2000, 2019/0 in 2020.
  return last + span === from + 1 ? from + 1 : last;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function twoDigitYear(digits: string): number | undefined {
  return digits.length === 2 ? 2000 + Number(digits) : undefined;
}

/** The shapes in the order in which they are tried; a longer one comes before what it begins with. */
const shapes: readonly Shape[] = [
  [
    /(?:fy|financial year|blwyddyn ariannol)\s*(\d{4}|\d{2})([/–-])(\d{4}|\d{2})(?!\d)/iy,
    ([, from, , to]) => ({
      kind: 'financial year',
      from: fullYear(String(from)),
      to: secondYear(fullYear(String(from)), String(to)),
    }),
  ],
  [
    /(?:fy|financial year)\s*['‘’]?(\d{4}|\d{2})(?!\d)/iy,
    ([, year]) => ({ kind: 'half-named financial year', year: fullYear(String(year)) }),
  ],
  [
    /(?:(?:h|half )([12])(?!\d)|(?:(first|1st)|second|2nd|last|final) (?:half|(?:six|6) months)\b)/iy,
    ([, digit, first]) => ({
      kind: 'half',
      half: digit === undefined ? (first === undefined ? 2 : 1) : Number(digit),
    }),
  ],
  [
    /(?:by )?(?:(?:no|not) later than|(?:at the )?latest(?: by)?)\b|(?:by|on) or before\b/iy,
    () => ({ kind: 'by' }),
  ],
  [/(?:prior to|ahead of|in advance of)\b/iy, () => ({ kind: 'before' })],
  [/mis hydref\b/iy, () => ({ kind: 'month', month: 10 })],
  [/yr hydref\b/iy, () => ({ kind: 'season', season: 'autumn' })],
  [
    /(\d{4})-(\d{2})-(\d{2})(?!\d)/y,
    ([, year, month, day]) => ({
      kind: 'iso day',
      year: Number(year),
      month: Number(month),
      day: Number(day),
    }),
  ],
  [
    /(\d{4})\s*\/\s*(\d{4}|\d{2}|\d)(?![\d/])/y,
    ([, from, to]) => ({
      kind: 'financial year',
      from: Number(from),
      to: secondYear(Number(from), String(to)),
    }),
  ],
  [
    /\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)|\d{1,2} \d{1,2} \d{4}(?!\d)|\d{4} \d{2} \d{2}(?!\d)|\d{1,2}[/.-]\d{4}(?!\d)|\d{1,2}\/\d{1,2}(?!\d)/y,
    ([all]) => ({
      kind: 'figures',
      figures: String(all)
        .split(/[/. -]/)
        .map(Number),
    }),
  ],
  [
    // Not before a word, or '2018 – 15 June 2019' would lose its day.
    /(\d{4})\s*[-–—]\s*(\d{4}|\d{2}|\d)(?!\d|(?:st|nd|rd|th)?\s+(?!(?:to|and)\b)[a-z])/iy,
    ([, from, to]) => ({
      kind: 'dashed years',
      from: Number(from),
      to: secondYear(Number(from), String(to)),
      ...(to?.length !== 4 && { short: Number(to) }),
    }),
  ],
  [
    /(?:q|quarters?|qtrs?|chwarter)\.? ?([1-4]|one\b|two\b|three\b|four\b)(?!\d)(?:\s*\/(?=(?:\d{4}|\d\d)(?![\d/.-])))?/iy,
    ([, quarter]) => ({
      kind: 'quarter',
      quarter: Number(quarter) || numbers.indexOf(String(quarter).toLowerCase()),
    }),
  ],
  [
    /(?:([1-4])(?:st|nd|rd|th)?|(first|second|third|fourth|last|final)) ?(?:quarter|qtr|q|(?:three|3) months)\b/iy,
    ([, digit, word]) => ({
      kind: 'quarter',
      quarter: Number(
        digit ?? (['first', 'second', 'third'].indexOf(String(word).toLowerCase()) + 1 || 4),
      ),
    }),
  ],
  [/q\d+/iy, () => ({ kind: 'unknown' })],
  [/['‘’](\d{2})(?!\d)/y, ([, year]) => ({ kind: 'year', year: 2000 + Number(year) })],
  [/(\d{4})(?!\d)/y, ([, year]) => ({ kind: 'year', year: Number(year) })],
  [
    /(\d{1,2})(?:st|nd|rd|th)\b/iy,
    ([, value]) => ({ kind: 'number', value: Number(value), year: undefined }),
  ],
  [
    /(\d{1,2})(?!\d)/y,
    ([, value]) => ({ kind: 'number', value: Number(value), year: twoDigitYear(String(value)) }),
  ],
  [
    /[&+]|\/(?=\s*[a-z])|on[- ]going\b|[a-z]+/iy,
    ([word]) => vocabulary.get(String(word).toLowerCase()) ?? { kind: 'unknown' },
  ],
  [/\S+/y, () => ({ kind: 'unknown' })],
];

/** Words that change nothing; 'year' and 'FY' only beside a year, 'in' after a part. */
const passedOver =
  /(?:of|the)\b\s*|(?<=\b(?:early|mid|late) )in\b\s*|(?<=\/\d\d(?:\d\d)? )(?:fy|(?:financial )?year)\b|(?<!\bof (?:the )?)(?:calendar )?year\s+(?=\d{4})|(?:(?:ym )?(?:mis|fis)|o|y|yr|yn) (?!hydref)(?=[a-z])|,\s*|(?:fy|financial year)\s*(?=\d{4} ?\/)/iy;
const dash = /\s*[-–—]\s*/y;
/** In Welsh, ‘o’ before a date is ‘from’; within a date it is ‘of’: ‘15 o Fawrth’. */
const welshFrom = /o (?=\S)/iy;

/** ‘Q3/4’, ‘Q1/2/3’ and ‘Q3-4’: only the first has a word of its own. In ‘Q1 to 4 March’ it is a day. */
const strokeBeforeQuarter = /\/(?=\s*[1-4](?:\s*\/\s*[1-4])*(?![\d/.-]))/y;
const quarterAlone =
  /[1-4](?=(?:\s*\/\s*[1-4])*(?!\d|\s*[/.-]|(?:st|nd|rd|th)\b|\s+(?!(?:of|in|financial|and|to|or)\b|fy)[a-z]))/iy;

/** The text on one line: spaces of every kind become single ordinary spaces, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u200b\u2060]+/g, ' ').trim();
}

/** Splits folded text into tokens. Never fails: what it does not know is of kind 'unknown'. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let from = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const add = (meaning: Meaningful): void => {
    tokens.push({ ...meaning, raw: folded.slice(from, at) });
    from = at;
  };

  while (at < folded.length) {
    const joins = match(dash);
    if (joins) {
      if (isTo(joins[0], tokens.at(-1), folded.slice(at))) add({ kind: 'to' });
      continue;
    }
    if (match(/ +/y)) continue;
    const canStart = tokens.length === 0 || tokens.at(-1)?.kind === 'ongoing';
    if (canStart && match(welshFrom)) {
      add({ kind: 'from' });
      continue;
    }
    if (match(passedOver)) continue;
    if (tokens.at(-1)?.kind === 'quarter' && match(strokeBeforeQuarter)) {
      add({ kind: 'stroke' });
      continue;
    }
    const joinsQuarter =
      tokens.at(-2)?.kind === 'quarter' &&
      ['stroke', 'to', 'and'].includes(String(tokens.at(-1)?.kind));
    const quarter = joinsQuarter ? match(quarterAlone) : null;
    if (quarter) {
      add({ kind: 'quarter', quarter: Number(quarter[0]) });
      continue;
    }
    for (const [pattern, read] of shapes) {
      const found = match(pattern);
      if (!found) continue;
      const meaning = read(found);
      if (isAbbreviation(found[0])) match(/\./y);
      add(meaning);
      break;
    }
  }
  return tokens;
}

function isAbbreviation(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    lower === 'sept' ||
    welshShort.includes(lower) ||
    (abbreviations.includes(lower) && lower !== 'may')
  );
}

const welshShort = ['ion', 'chwef', 'maw', 'ebr', 'meh', 'gorff', 'tach', 'rhag'];

/** Whether a dash says 'to', as in 'March – June 2022', or only links, as in 'mid-2022', 'Apr-22'. */
function isTo(typed: string, before: Token | undefined, after: string): boolean {
  if (typed !== '-') return true;
  switch (before?.kind) {
    case 'part':
    case 'to':
    case 'by':
    case 'before':
      return false;
    case 'month':
    case 'season':
    case 'easter':
      return !/^\d/.test(after);
    case 'number':
      return /^\d/.test(after);
    default:
      return true;
  }
}

/** The tokens as they were typed, on one line. */
export function phrase(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.raw)
    .join('')
    .trim()
    .replace(/^of\s+/i, '');
}
