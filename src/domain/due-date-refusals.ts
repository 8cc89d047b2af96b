/**
 * What to say about a typed due date that is not accepted because of a single word or figure in it,
 * wherever that stands: a misspelt word, a month in figures, a dash between years.
 */
import { distance } from 'fastest-levenshtein';
import { formsInShort } from './due-date-forms.ts';
import { capitalised, slashed, type Refusal } from './due-date-grammar.ts';
import { monthNames, monthPeriod, seasons, type Meaning } from './due-date-period.ts';
import { phrase, type Token } from './due-date-tokens.ts';

export const firstYear = 1990;
export const lastYear = 2099;

/** One way of taking what was typed: what to write for it, and what it then is. */
interface Reading {
  write: string;
  is: string;
}

/** What another text means, or undefined where it would not be accepted. */
type Read = (text: string) => Meaning | undefined;
type OfKind<K extends Token['kind']> = Extract<Token, { kind: K }>;

/** Whether a token can be part of an accepted date, as far as it can be told by itself. */
export function isAcceptable(token: Token): boolean {
  switch (token.kind) {
    case 'unknown':
    case 'figures':
    case 'dashed years':
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
  read: Read,
): Refusal | undefined {
  const index = tokens.findIndex((token) => !isAcceptable(token));
  const token = tokens[index];
  const advise: Advise = (readings, otherwise) => offer(readings, tokens, index, read) ?? otherwise;
  switch (token?.kind) {
    case undefined:
      return undefined;
    case 'unknown':
      return refuseUnknown(tokens, index, text, read);
    case 'figures':
      return refuseFigures(token, text, advise);
    case 'dashed years':
      return refuseDash(token, text, advise, read);
    case 'financial year':
      if (token.to !== token.from + 1) return refuseYearsApart(token, advise);
  }
  return {
    message: `“${text}” has a year outside ${firstYear} to ${lastYear}.`,
    advice: `Write a year from ${firstYear} to ${lastYear}.`,
  };
}

type Advise = (readings: readonly Reading[], otherwise: string) => string;

/** The text with another word or figure in the place of one token. */
function rewritten(tokens: readonly Token[], index: number, write: string): string {
  const raw = tokens[index]?.raw ?? '';
  const kept = raw.slice(0, raw.length - bareWord(raw).length);
  return phrase(tokens.with(index, { kind: 'unknown', raw: kept + write }));
}

function bareWord(raw: string): string {
  return raw.replace(/^(?:\s|,|-|(?:of|the)\b)+/i, '');
}

/** Only what would be accepted is offered. With other words around it, the whole text is given. */
function offer(
  readings: readonly Reading[],
  tokens: readonly Token[],
  index: number,
  read: Read,
): string | undefined {
  const alone = tokens.length === 1;
  const offers = readings.flatMap(({ write, is }) => {
    const whole = rewritten(tokens, index, write);
    if (read(whole) === undefined) return [];
    return [alone ? `${write}${is && ` for ${is}`}` : whole];
  });
  return offers.length > 0 ? `Write ${offers.join(', or ')}.` : undefined;
}

function refuseUnknown(tokens: readonly Token[], index: number, text: string, read: Read): Refusal {
  const word = bareWord(tokens[index]?.raw ?? '');
  const message = `“${text}” cannot be read as a date: “${word}” is not a word used in due dates.`;
  const known = nearestName(word);
  if (known === undefined) return { message, advice: formsInShort };
  const meant = read(rewritten(tokens, index, known));
  const suggestion = meant ? capitalised(meant.name) : `“${known}”`;
  return { message, advice: `Did you mean ${suggestion}? ${formsInShort}` };
}

// Not May: too many short words are near it.
const names = [...monthNames, ...seasons, 'Easter', 'ongoing'].filter((name) => name !== 'May');

function nearestName(word: string): string | undefined {
  const typed = word.toLowerCase();
  const [nearest] = names
    .map((name) => ({ name, apart: apart(typed, name.toLowerCase()) }))
    .filter(({ apart }) => apart <= (typed.length >= 6 ? 2 : 1) && typed.length >= 4)
    .sort((a, b) => a.apart - b.apart);
  return nearest?.name;
}

/** Letters wrong, missing or too many; the same letters in another order count as one slip. */
function apart(typed: string, name: string): number {
  const letters = (word: string): string => [...word].sort().join('');
  const steps = distance(typed, name);
  return steps === 2 && letters(typed) === letters(name) ? 1 : steps;
}

function refuseFigures({ figures }: OfKind<'figures'>, text: string, advise: Advise): Refusal {
  const example = 'Write the name of the month in letters, for example 15 March 2025.';
  const [first = 0, second = 0, third] = figures;
  if (third !== undefined) {
    return {
      message: `“${text}” has the month as a number.`,
      advice: advise(dateReadings(first, second, third), example),
    };
  }
  const year = second < 100 ? 2000 + second : second;
  const month = first >= 1 && first <= 12 ? [monthReading(year, first)] : [];
  if (second >= 100) {
    return { message: `“${text}” has the month as a number.`, advice: advise(month, example) };
  }
  const years = second === first + 1 ? [financialYearReading(2000 + first)] : [];
  return {
    message: `“${text}” does not say which of its numbers is a year.`,
    advice: advise([...years, ...month], example),
  };
}

/** Day, month, year and, where it is possible too, month, day, year; or year, month, day. */
function dateReadings(first: number, second: number, third: number): Reading[] {
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
    .map(([day, month, year]) => `${day} ${monthPeriod(year, month).name}`);
  return [...new Set(writes)].map((write) => ({ write, is: '' }));
}

function refuseDash(
  token: OfKind<'dashed years'>,
  text: string,
  advise: Advise,
  read: Read,
): Refusal {
  // A text with two such pairs is not mended by rewriting the first one only.
  const withSlashes = text.replace(/(\d{4})\s*[-–—]\s*(\d{4}|\d{2})/g, '$1/$2');
  const example =
    'Write 2018/19 for a financial year, 2018 to 2020 for calendar years, or April 2018 for a month.';
  return {
    message: `“${text}” could mean more than one thing, because of the dash.`,
    advice: advise(dashReadings(token), read(withSlashes) ? `Write ${withSlashes}.` : example),
  };
}

function dashReadings({ from, to, twoDigits }: OfKind<'dashed years'>): Reading[] {
  const last = twoDigits ? from - (from % 100) + to : to;
  const inRow = twoDigits ? (from + 1) % 100 === to : to === from + 1;
  const readings: Reading[] = inRow ? [financialYearReading(from)] : [];
  if (twoDigits) readings.push(...edtfReadings(from, to));
  if (last > from + 1) readings.push(...runReadings(from, last));
  if (inRow && !twoDigits) readings.push(calendarYearsReading(from, last));
  return readings;
}

/** What 'YYYY-NN' is in EDTF: a month (01–12) or a season (21–24). */
function edtfReadings(year: number, code: number): Reading[] {
  if (code >= 1 && code <= 12) return [monthReading(year, code)];
  const season = seasons[code - 21];
  if (season === undefined) return [];
  const years = season === 'winter' ? slashed(year) : year;
  return [{ write: `${capitalised(season)} ${years}`, is: 'the season' }];
}

function refuseYearsApart({ from, to, raw }: OfKind<'financial year'>, advise: Advise): Refusal {
  const month = /\/\s*\d\d$/.test(raw) ? to % 100 : 0;
  const readings: Reading[] = [];
  if (to > from) readings.push({ write: slashed(from), is: 'one financial year' });
  if (to > from) readings.push(...runReadings(from, to));
  if (to < from && month >= 1 && month <= 12) readings.push(monthReading(from, month));
  if (to === from - 1) readings.push(financialYearReading(to));
  return {
    message: `“${bareWord(raw)}” is not two years in a row.`,
    advice: advise(readings, 'Write two years in a row, for example 2018/19.'),
  };
}

function monthReading(year: number, month: number): Reading {
  return { write: monthPeriod(year, month).name, is: 'the month' };
}

function financialYearReading(year: number): Reading {
  const is = `the financial year April ${year} to March ${year + 1}`;
  return { write: slashed(year), is };
}

function calendarYearsReading(from: number, to: number): Reading {
  return { write: `${from} to ${to}`, is: `January ${from} to December ${to}` };
}

function runReadings(from: number, to: number): Reading[] {
  const financial = `${slashed(from)} to ${slashed(to - 1)}`;
  return [
    { write: financial, is: `the financial years April ${from} to March ${to}` },
    calendarYearsReading(from, to),
  ];
}
