import { partOfDate } from '../columns/column-names.ts';
import { dateRefusalInWords, parseDueDate, type DateRefusal } from '../../domain/due-date.ts';

/** What a due date cell says. */
export interface DateRead {
  /** The date as the record writes it; undefined where there is none to write. */
  due: string | undefined;
  /** The words of the cell have to be kept beside it. */
  keepsWords: boolean;
  /** Why a person has to say what is meant. */
  question?: { ask: string; kind: string; suggestion?: string };
}

/** How dates in figures are written in a file: 03/04/2025 is 3 April, or 4 March. */
export type DateOrder = 'day first' | 'month first';

/**
 * The date that several cells make up, each under a heading such as “Month” or “Year”; undefined
 * where the headings name no parts of a date.
 */
export function dateInParts(
  cells: readonly { heading: string; text: string }[],
): string | undefined {
  const parts = new Map(cells.map(({ heading, text }) => [partOfDate(heading), text]));
  if (cells.length < 2 || parts.size < cells.length || parts.has(undefined)) return undefined;
  const month = Number(parts.get('month') ?? NaN);
  const named =
    month >= 1 && month <= 12
      ? new Date(Date.UTC(2000, month - 1)).toLocaleDateString('en-GB', { month: 'long' })
      : parts.get('month');
  return [parts.get('day'), named, parts.get('quarter'), parts.get('year')]
    .filter((part) => part !== undefined)
    .join(' ');
}

/**
 * Whether the dates of a column have the day or the month first. One date that can only be read in one
 * way shows it.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  const figures = texts.flatMap((text) => {
    const found = figuresIn(text);
    return found === undefined ? [] : [found];
  });
  const dayFirst = figures.some(([first, second]) => first > 12 && second <= 12);
  const monthFirst = figures.some(([first, second]) => second > 12 && first <= 12);
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'day first' : 'month first';
}

/**
 * Reads a due date cell.
 *
 * @param answers what a person has said of the words of a cell: a date, or `keep` for no date
 */
export function readDate(
  text: string,
  order: DateOrder | undefined,
  answers: ReadonlyMap<string, string>,
): DateRead {
  const answer = answers.get(text.toLowerCase().replaceAll(/\s+/g, ' ').trim());
  // Neither the time at which a day begins nor the mark of a list is any part of the date.
  const dateAlone = text.replace(midnight, '').replace(/^(?:[•▪●◦‣·]\s*|[-–—]\s+)/, '');
  if (answer === undefined && dateAlone !== text) {
    return { ...readDate(dateAlone, order, answers), keepsWords: true };
  }
  if (answer === 'keep') return { due: undefined, keepsWords: true };
  if (answer !== undefined) return { due: answer, keepsWords: true };
  const read = parseDueDate(text);
  if (read.ok) return { due: read.date.text, keepsWords: false };
  const { refusal } = read;
  const { message, advice } = dateRefusalInWords(refusal);
  if (refusal.kind === 'no date' || refusal.kind === 'how soon')
    return { due: undefined, keepsWords: true };
  const only = onlyReading(refusal);
  if (only !== undefined) return { due: only, keepsWords: true };
  const inFigures = figuresIn(text);
  if (inFigures !== undefined) {
    const [first, second, year] = inFigures;
    const dayFirst = second <= 12 ? dayOf(first, second, year) : undefined;
    const monthFirst = first <= 12 ? dayOf(second, first, year) : undefined;
    const readings = new Set([dayFirst, monthFirst].filter((day) => day !== undefined));
    const settled = order === 'month first' ? monthFirst : dayFirst;
    const due = readings.size === 1 ? [...readings][0] : order === undefined ? undefined : settled;
    if (due !== undefined) return { due, keepsWords: true };
    if (readings.size > 1)
      return {
        due: undefined,
        keepsWords: true,
        question: {
          kind: 'day or month first',
          ask: 'Is the day or the month first in these dates? No date in the file settles it.',
        },
      };
  }
  if (refusal.kind === 'day number of Excel') {
    return {
      due: undefined,
      keepsWords: true,
      question: {
        kind: refusal.kind,
        ask: 'Excel keeps days as such numbers. Is this the date that is meant?',
        suggestion: refusal.day.name,
      },
    };
  }
  return {
    due: undefined,
    keepsWords: true,
    question: { kind: 'date', ask: `${message} ${advice}` },
  };
}

/** A list that was saved as a table has days with the time at which they begin. */
const midnight = /(?:T|\s+)00:00(?::00(?:\.0+)?)?Z?$/;

/** What a text means that is not accepted when it is typed, and can be read in one way: “March 31, 2025”, “Q4 2024-25”. */
function onlyReading(refusal: DateRefusal): string | undefined {
  if (refusal.kind === 'month before day' && refusal.year !== undefined) {
    return dayOf(refusal.day, refusal.month, refusal.year);
  }
  // “Mon 06/04/26”: the other day is no Monday.
  if (refusal.kind !== 'dash between years' && refusal.kind !== 'month in figures') {
    return undefined;
  }
  const [offer, ...others] = refusal.offers;
  return others.length === 0 ? offer?.write : undefined;
}

/** The days that a date in figures can mean, as ISO days: two for 03/04/2025, one for 31/03/2025. */
export function readingsOfFigures(text: string): string[] {
  const found = figuresIn(text);
  if (found === undefined) return [];
  const [first, second, year] = found;
  const days = [
    [first, second],
    [second, first],
  ].flatMap(([day, month]) => {
    const date = new Date(Date.UTC(year, month! - 1, day));
    return date.getUTCMonth() === month! - 1 ? [date.toISOString().slice(0, 10)] : [];
  });
  return [...new Set(days)];
}

/** The figures of a date such as 03/04/2025, in the order in which they are written. */
function figuresIn(text: string): [first: number, second: number, year: number] | undefined {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[3]);
  return [Number(match[1]), Number(match[2]), year < 100 ? 2000 + year : year];
}

/** “3 April 2025”; undefined where there is no such day. */
function dayOf(day: number, month: number, year: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return undefined;
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
