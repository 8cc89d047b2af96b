/**
 * Why a typed due date is not accepted because of a single word or figure in it,
 * wherever that stands: a misspelt word, a month in figures, a dash between years.
 */
import { daysInMonth, isoDay } from './calendar-day.ts';
import {
  firstYear,
  lastYear,
  monthNames,
  monthSpan,
  seasons,
  slashed,
  type Meaning,
} from './due-date-span.ts';
import { isRefusal, type DateRefusal, type Offer } from './due-date-refusal.ts';
import { phrase, tokenize, type Token } from './due-date-tokens.ts';
import { inWord, nearest } from './nearest.ts';
import { capitalised } from './words.ts';

/** What another text means, or undefined where it would not be accepted. */
type Read = (text: string) => Meaning | undefined;
/** What the grammar makes of another text: its meaning, or why it has none. */
export type Ask = (text: string) => Meaning | DateRefusal | undefined;
type OfKind<K extends Token['kind']> = Extract<Token, { kind: K }>;

/** Whether a token can be part of an accepted date, as far as it can be told by itself. */
export function isAcceptable(token: Token): boolean {
  switch (token.kind) {
    case 'unknown':
    case 'figures':
    case 'dashed years':
    case 'half-named financial year':
      return false;
    case 'year':
    case 'iso day':
      return isCovered(token.year);
    case 'financial year':
      return token.to === token.from + 1 && isCovered(token.from) && isCovered(token.to);
    default:
      return true;
  }
}

function isCovered(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** The refusal for the first token that can never be accepted, if there is one. */
export function refuseToken(
  tokens: readonly Token[],
  text: string,
  ask: Ask,
): DateRefusal | undefined {
  const read: Read = (other) => {
    const found = ask(other);
    return isRefusal(found) ? undefined : found;
  };
  const index = tokens.findIndex((token) => !isAcceptable(token));
  const token = tokens[index];
  const sound: Sound = (offers) => acceptedOffers(offers, tokens, index, read);
  switch (token?.kind) {
    case undefined:
      return undefined;
    case 'unknown':
      return refuseUnknown(tokens, index, text, read);
    case 'figures':
      return refuseFigures(token, text, sound);
    case 'dashed years':
      return refuseDash(token, text, sound, ask);
    case 'half-named financial year':
      return { kind: 'which financial year', text, offers: sound(yearsNamedBy(token.year)) };
    case 'financial year':
      if (token.to !== token.from + 1) return refuseYearsApart(token, sound);
  }
  return { kind: 'year out of range', text };
}

/** Only what would be accepted is offered. */
type Sound = (offers: readonly Offer[]) => Offer[];

/** The text with another word or figure in the place of one token. */
function rewritten(tokens: readonly Token[], index: number, write: string): string {
  const raw = tokens[index]?.raw ?? '';
  const kept = raw.slice(0, raw.length - bareWord(raw).length);
  return phrase(tokens.with(index, { kind: 'unknown', raw: kept + write }));
}

function bareWord(raw: string): string {
  return raw.replace(/^(?:\s|,|-|(?:of|the)\b)+/i, '');
}

/** With other words around it, the whole text is given. */
function acceptedOffers(
  offers: readonly Offer[],
  tokens: readonly Token[],
  index: number,
  read: Read,
): Offer[] {
  return offers.flatMap((offer) => {
    const whole = rewritten(tokens, index, offer.write);
    if (read(whole) === undefined) return [];
    return [tokens.length === 1 ? offer : { write: whole }];
  });
}

function refuseUnknown(
  tokens: readonly Token[],
  index: number,
  text: string,
  read: Read,
): DateRefusal {
  const word = bareWord(tokens[index]?.raw ?? '');
  const isWord = /\p{L}/u.test(word);
  const known = isWord ? nearestName(word) : undefined;
  if (known === undefined) {
    const date = dateWithin(text, read);
    if (date !== undefined) return { kind: 'words beside the date', text, date };
    const stages = text.split(/\s*[,;&]\s*|\s+and\s+/).map((stage) => dateWithin(stage, read));
    if (stages.length > 1 && !stages.includes(undefined)) {
      const run = read(`${stages[0]} to ${stages.at(-1)}`);
      return { kind: 'several dates', text, count: stages.length, ...(run && { run }) };
    }
    if (!isWord) return { kind: 'not a date', text };
    return occasion.test(text) ? { kind: 'occasion', text } : { kind: 'unknown word', text, word };
  }
  const meant = read(rewritten(tokens, index, known));
  return {
    kind: 'unknown word',
    text,
    word,
    meant: meant ? capitalised(meant.name) : `“${known}”`,
  };
}

/** ‘Carers Week 2025’, ‘October half term 2025’. */
const occasion =
  /(?:day|week|month|holidays?|term|ramadan|eid|diwali|new year),? \d{4}(?:\/\d\d)?$/i;

/**
 * The date at the end of a text or at its beginning, where there is no other: ‘Cabinet, June 2025’. A
 * year alone is not enough, because the words may narrow it down: ‘Carers Week 2025’.
 */
function dateWithin(text: string, read: Read): string | undefined {
  const words = text.split(' ');
  const ends = words.flatMap((_, index) => [
    [words.slice(index), words.slice(0, index)] as const,
    [words.slice(0, -index), words.slice(-index)] as const,
  ]);
  for (const [some, others] of ends) {
    const date = some.join(' ').replace(/^(?:[\s:–—-]|of |the )+|[\s,:;.–—-]+$/gi, '');
    const { precision } = read(date) ?? {};
    const isOfDates = tokenize(others.join(' ')).some(({ kind }) => ofDates.has(kind));
    if (precision === undefined || isOfDates) continue;
    if (precision !== 'year' && precision !== 'financial year') return date;
  }
  return undefined;
}

/** Beside a date, such words make it another one, or say that there are more. */
const ofDates: ReadonlySet<Token['kind']> = new Set([
  'before',
  'christmas',
  'easter',
  'from',
  'half',
  'month',
  'number',
  'ongoing',
  'part',
  'quarter',
  'season',
  'term',
  'year',
]);

// Not May: too many short words are near it. Sept is the only short form long enough.
const names = [...monthNames, 'Sept', ...seasons, 'Easter', 'Christmas', 'ongoing'].filter(
  (name) => name !== 'May',
);

/** By the length of what was typed, because 'later' must not become 'Easter'. */
function nearestName(word: string): string | undefined {
  return nearest(word, names, () => inWord(word.length));
}

function yearsNamedBy(year: number): Offer[] {
  return [financialYearOffer(year - 1), financialYearOffer(year)];
}

/**
 * The tokens with each date in figures as the day, month or financial year that it is, where it has
 * one reading: '31/03/2025', '03/2025', '25/26'. One such date settles the order for the others.
 *
 * @param dayFirst settles '03/04/2025', for example by the other dates of a column
 */
export function settleFigures(tokens: readonly Token[], dayFirst: boolean | undefined): Token[] {
  const orders = tokens.flatMap((token) =>
    token.kind === 'figures' && token.figures.length === 3 ? [possibleOrders(token.figures)] : [],
  );
  const settled = new Set(
    orders.filter(({ length }) => length === 1).map(([order]) => order!.dayFirst),
  );
  const here = settled.size === 1 ? [...settled][0] : dayFirst;
  return tokens.flatMap((token, index): Token[] => {
    if (token.kind !== 'figures') return [token];
    const [first = 0, second = 0, third] = token.figures;
    if (third !== undefined) {
      const readings = possibleOrders(token.figures);
      const days = new Set(readings.map(({ day }) => day));
      const chosen =
        days.size === 1 ? readings[0] : readings.find((reading) => reading.dayFirst === here);
      if (chosen === undefined) return [token];
      const [year = 0, month = 0, day = 0] = chosen.day.split('-').map(Number);
      return [{ kind: 'iso day' as const, year, month, day, raw: token.raw }];
    }
    if (second >= 100) {
      if (first < 1 || first > 12) return [token];
      const month = { kind: 'month' as const, month: first, raw: token.raw };
      return [month, { kind: 'year' as const, year: second, raw: '' }];
    }
    const ofYear = [tokens[index - 1], tokens[index + 1]].some((near) =>
      ['quarter', 'half'].includes(String(near?.kind)),
    );
    const isDays = tokens[index + 1]?.kind === 'month';
    return second === first + 1 && !isDays && (first > 12 || ofYear)
      ? [{ kind: 'financial year' as const, from: 2000 + first, to: 2001 + first, raw: token.raw }]
      : [token];
  });
}

/** The days that three figures can be, day first before month first; none where there is no such day. */
function possibleOrders(
  figures: readonly number[],
): { dayFirst: boolean | undefined; day: string }[] {
  const [first = 0, second = 0, third = 0] = figures;
  const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);
  const orders: [dayFirst: boolean | undefined, year: number, month: number, day: number][] =
    first > 31
      ? [[undefined, first, second, third]]
      : [
          [true, fullYear(third), second, first],
          [false, fullYear(third), first, second],
        ];
  return orders
    .filter(
      ([, year, month, day]) =>
        month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month),
    )
    .map(([order, year, month, day]) => ({ dayFirst: order, day: isoDay(year, month, day) }));
}

function refuseFigures({ figures }: OfKind<'figures'>, text: string, sound: Sound): DateRefusal {
  const [first = 0, second = 0, third] = figures;
  if (third !== undefined) {
    const offers = sound(dateOffers(first, second, third));
    const [one, other] = offers;
    if (first < 32 && [first, second].every((month) => month < 1 || month > 12)) {
      return { kind: 'no such month', text, month: second };
    }
    return one !== undefined && other !== undefined
      ? { kind: 'day or month first', text, dayFirst: one, monthFirst: other }
      : (noSuchDay(first, second, third) ?? { kind: 'month in figures', text, offers });
  }
  const isDay = second <= 12 && (first > 12 || second !== first + 1);
  const [day] = isDay ? sound([{ write: `${first} ${monthNames[second - 1]} 2025` }]) : [];
  if (day !== undefined) return { kind: 'no year', text, example: capitalised(day.write) };
  if (first > 12 && second > first + 1 && second < 100) {
    const years = { from: 2000 + first, to: 2000 + second, raw: `${first}/${second}` };
    return refuseYearsApart(years, sound);
  }
  const year = second < 100 ? 2000 + second : second;
  const month = first >= 1 && first <= 12 ? [monthOffer(year, first)] : [];
  if (second >= 100) return { kind: 'month in figures', text, offers: sound(month) };
  const years = second === first + 1 ? [financialYearOffer(2000 + first)] : [];
  return { kind: 'which number is the year', text, offers: sound([...years, ...month]) };
}

/** Why figures are no day, where they have the day first and the month in the middle. */
function noSuchDay(day: number, month: number, typedYear: number): DateRefusal | undefined {
  const year = typedYear < 100 ? 2000 + typedYear : typedYear;
  if (month < 1 || month > 12 || day > 31 || !isCovered(year)) return undefined;
  const text = `${day}/${month}/${year}`;
  const days = daysInMonth(year, month);
  return day < 1 || day > days ? { kind: 'no such day', text, year, month, days } : undefined;
}

/** Day, month, year and, where it is possible too, month, day, year; or year, month, day. */
function dateOffers(first: number, second: number, third: number): Offer[] {
  const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);
  const orders: [day: number, month: number, year: number][] =
    first > 31
      ? [[third, second, first]]
      : [
          [first, second, fullYear(third)],
          [second, first, fullYear(third)],
        ];
  const writes = orders
    .filter(([, month]) => month >= 1 && month <= 12)
    .map(([day, month, year]) => `${day} ${monthSpan(year, month).name}`);
  return [...new Set(writes)].map((write) => ({ write }));
}

function refuseDash(
  token: OfKind<'dashed years'>,
  text: string,
  sound: Sound,
  ask: Ask,
): DateRefusal {
  const offers = sound(dashOffers(token));
  if (offers.length > 0) return { kind: 'dash between years', text, offers };
  // A text with two such pairs is not corrected by rewriting the first one only.
  const write = text.replace(/(\d{4})\s*[-–—]\s*(\d{4}|\d{1,2})/g, '$1/$2');
  const found = ask(write);
  if (found !== undefined && !isRefusal(found)) offers.push({ write });
  const asRange = ask(text.replace(/\s*[-–—]\s*(?=\d{4}$)/, ' to '));
  return isRefusal(asRange) && asRange.kind === 'end not clear'
    ? { ...asRange, text }
    : { kind: 'dash between years', text, offers };
}

function dashOffers({ from, to, short }: OfKind<'dashed years'>): Offer[] {
  const inRow = to === from + 1;
  const offers: Offer[] = inRow ? [financialYearOffer(from)] : [];
  if (short !== undefined) offers.push(...edtfOffers(from, short));
  if (to > from + 1) offers.push(...runOffers(from, to));
  if (inRow && short === undefined) offers.push(calendarYearsOffer(from, to));
  return offers;
}

/** What 'YYYY-NN' is in EDTF: a month (01–12) or a season (21–24). */
function edtfOffers(year: number, code: number): Offer[] {
  if (code >= 1 && code <= 12) return [monthOffer(year, code)];
  const season = seasons[code - 21];
  if (season === undefined) return [];
  const years = season === 'winter' ? slashed(year) : year;
  return [{ write: `${capitalised(season)} ${years}`, is: { unit: 'season' } }];
}

function refuseYearsApart(
  { from, to, raw }: Omit<OfKind<'financial year'>, 'kind'>,
  sound: Sound,
): DateRefusal {
  const short = /\/\s*(\d{1,2})$/.exec(raw)?.[1] ?? '';
  const month = Number(short);
  const maybeMonth = month >= 1 && month <= 12 && (to < from || short.length === 1);
  const offers: Offer[] = [];
  if (to > from) offers.push({ write: slashed(from), is: { unit: 'one financial year' } });
  if (to > from) offers.push(...runOffers(from, to));
  if (maybeMonth) offers.push(monthOffer(from, month));
  if (to === from - 1) offers.push(financialYearOffer(to));
  return { kind: 'years not in a row', text: bareWord(raw), offers: sound(offers) };
}

function monthOffer(year: number, month: number): Offer {
  return { write: monthSpan(year, month).name, is: { unit: 'month' } };
}

function financialYearOffer(from: number): Offer {
  return { write: slashed(from), is: { unit: 'financial year', from, to: from + 1 } };
}

function calendarYearsOffer(from: number, to: number): Offer {
  return { write: `${from} to ${to}`, is: { unit: 'calendar years', from, to } };
}

function runOffers(from: number, to: number): Offer[] {
  const write = `${slashed(from)} to ${slashed(to - 1)}`;
  return [{ write, is: { unit: 'financial years', from, to } }, calendarYearsOffer(from, to)];
}
