import type { Cell, Row } from '../table.ts';
import {
  isTime,
  partOfDate,
  plainName,
  readHeading,
  type Field,
  type HeadingRead,
} from './column-names.ts';

/** The columns of a table: what each is for, with its heading as printed. */
export interface Columns {
  headings: string[];
  /** Undefined for a column whose heading is not known. */
  fields: (Field | undefined)[];
  /** When the reports of the column were made, if its heading says so. */
  reported: (string | undefined)[];
  /** Columns that a person has to look at. */
  doubts: ColumnDoubt[];
}

export interface ColumnDoubt {
  heading: string;
  field: Field;
  /** The column that was used instead; undefined if the question is that a report has no date. */
  taken: string | undefined;
  /** Its heading is a date, and does not say of what. */
  isDate?: boolean;
}

/** The adopter’s own names for columns (plain name → field), and dates of report columns. */
export interface OwnColumns {
  columns: ReadonlyMap<string, Field>;
  reportDates: ReadonlyMap<string, string>;
}

/**
 * The columns, if this row holds headings: one for the action and at least one more, and most of
 * the row known by name. Once a table has headings, only their exact repeat or the exact names of
 * headings are headings again, so that no promise is taken for one.
 *
 * @param above the headings that hold so far
 */
export function headingsIn(row: Row, own: OwnColumns, above?: Columns): Columns | undefined {
  if (row.kind !== 'row') return undefined;
  if (above !== undefined && repeatsHeadings(row, above)) return above;
  const headings = spread(row);
  const filled = headings.filter((heading, at) => heading !== '' && row.cells[at]?.text !== '');
  const reads = headings.map((heading, at) => readCell(heading, row.cells[at], own));
  const byMapping = headings.some((heading) => own.columns.has(plainName(heading)));
  const known = reads.filter(({ field }) => field !== undefined);
  const names = new Set(known.map(({ field }) => field!));
  if (standIn(reads, headings) !== undefined) names.add('action');
  const isEnough =
    names.has('action') || (names.has('number') && (names.has('status') || names.has('progress')));
  // A list of actions and nothing else is one only where somebody says so.
  const isListed = byMapping && names.has('action');
  if (!isListed && (!isEnough || names.size < 2)) return undefined;
  if (above !== undefined) {
    const all = reads.every(({ exact }, at) => headings[at] === '' || exact);
    return all ? columnsOf(headings, reads, own, oneCell(row)) : undefined;
  }
  const isLong = filled.some((heading) => heading.length > 80);
  const exact = reads.filter((read) => read.exact);
  // Two names that are well known, and words that are as short as headings beside them.
  const isShort = filled.every(
    (heading) => heading.length <= 40 && !/[;!]$|\p{L}{4}\.$/u.test(heading),
  );
  const isWellKnown =
    exact.length > 2 ||
    (isShort && exact.length > 1 && exact.some(({ field }) => field === 'action'));
  if (!byMapping && (isLong || (!isWellKnown && known.length * 2 < filled.length))) {
    return undefined;
  }
  return columnsOf(headings, reads, own, oneCell(row));
}

/** What a heading says: one that rows tick is for what all of its kind are for. */
function readCell(heading: string, cell: Cell | undefined, own: OwnColumns): HeadingRead {
  const read = readHeading(heading, own.columns);
  return cell?.ticked === undefined || read.rank < 0
    ? read
    : { field: cell.ticked, rank: 150, exact: true, together: true };
}

/** Whether two columns are under one heading cell, which runs across both. */
function oneCell({ cells }: Row): (a: number, b: number) => boolean {
  const owners: number[] = [];
  for (const [at, { text, across = 1 }] of cells.entries()) {
    for (let more = 0; more < across && text !== ''; more += 1) owners[at + more] = at;
  }
  return (a, b) => owners[a] === owners[b];
}

/**
 * A table of descriptions with leads, dates or statuses is one of actions, whatever it calls them.
 *
 * @returns the column of its actions, where no other is
 */
function standIn(reads: readonly HeadingRead[], headings: readonly string[]): number | undefined {
  const others: readonly (Field | undefined)[] = ['number', 'lead', 'due', 'status', 'progress'];
  if (reads.some(({ field }) => field === 'action')) return undefined;
  const known = new Set(reads.flatMap(({ field }) => (others.includes(field) ? [field] : [])));
  if (known.size < 2) return undefined;
  const at = ['description', 'statement', 'details', 'detail', 'wording', 'text', 'title']
    .map((name) => headings.findIndex((heading) => plainName(heading) === name))
    .find((found) => found >= 0);
  return at;
}

/**
 * The columns of headings that go on in a second row: names under cells that run across several
 * columns.
 */
export function headingsInTwoRows(
  first: Row,
  second: Row | undefined,
  own: OwnColumns,
): Columns | undefined {
  if (second === undefined || second.kind !== 'row' || second.block !== first.block)
    return undefined;
  if (first.cells.filter(({ text }) => text !== '').length < 2) return undefined;
  const upper = spread(first, true);
  const lower = second.cells.map(({ text }) => text);
  const places = lower.flatMap((text, at) => (text === '' ? [] : [at]));
  if (places.length < 2 || places.some((at) => lower[at]!.length > 40)) return undefined;
  const isGroup = (at: number) =>
    (first.cells[at]?.across ?? 1) > 1 ||
    (first.cells[at]?.text ?? '') === '' ||
    (first.cells[at + 1]?.text ?? 'x') === '';
  const isNamed = (at: number) => readCell(lower[at]!, second.cells[at], own).field !== undefined;
  const action = upper.findIndex((text) => readHeading(text, own.columns).field === 'action');
  const most = places.filter(isNamed).length * 2 >= places.length;
  if (!places.every(isGroup) || !most) return undefined;
  if (action >= 0 && (lower[action] ?? '') !== '') return undefined;
  const width = Math.max(upper.length, lower.length);
  const headings = Array.from({ length: width }, (_, at) =>
    [upper[at] ?? '', lower[at] ?? ''].filter((text) => text !== '').join(' '),
  );
  const reads = headings.map((heading, at) => {
    const below = readCell(lower[at] ?? '', second.cells[at], own);
    return below.field === undefined ? readHeading(heading, own.columns) : below;
  });
  return columnsOf(headings, reads, own);
}

/** Whether a row repeats the headings, as tables do at the top of each page. */
function repeatsHeadings(row: Row, columns: Columns): boolean {
  const text = (cells: readonly string[]) =>
    plainName(cells.join(' '))
      .replaceAll(/\bcont(?:d|inued)?\b/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const said = text(row.cells.map((cell) => cell.text));
  return (
    said !== '' && said === text(columns.headings.filter((name, at, all) => name !== all[at - 1]))
  );
}

/** The headings column by column: one that runs across several names each of them. */
function spread({ cells }: Row, asGroups = false): string[] {
  const headings = cells.map(({ text }) => text);
  for (const [at, { text, across = 1 }] of cells.entries()) {
    for (let more = 1; more < across && text !== ''; more += 1) headings[at + more] ??= '';
    for (let more = 1; more < across && text !== ''; more += 1) {
      if (headings[at + more] === '') headings[at + more] = text;
    }
  }
  if (!asGroups) return headings;
  return headings.map((text, at) => (text === '' ? (lastFilled(headings, at) ?? '') : text));
}

function lastFilled(headings: readonly string[], before: number): string | undefined {
  return headings.slice(0, before).findLast((text) => text !== '');
}

/**
 * What only the columns beside a heading tell: a month and a year make one date, and of two numbers
 * the one before the outcome is that of the outcome.
 */
function apart(headings: readonly string[], reads: readonly HeadingRead[]): HeadingRead[] {
  const parts = headings.map((heading, at) =>
    reads[at]!.rank < 0 ? undefined : partOfDate(heading),
  );
  const isDate =
    parts.includes('year') &&
    new Set(parts.filter((part) => part !== undefined)).size > 1 &&
    new Set(parts.filter((part) => part !== undefined)).size ===
      parts.filter((part) => part !== undefined).length &&
    !reads.some(({ field }) => field === 'due');
  const theme = themeAmong(reads);
  return reads.map((read, at): HeadingRead => {
    if (at === theme) return { ...read, field: 'theme' };
    if (isDate && parts[at] !== undefined) {
      return { field: 'due', rank: 120, exact: true, together: true };
    }
    const isOfOutcome =
      read.field === 'number' &&
      reads[at + 1]?.field === 'outcome' &&
      reads.some(({ field }, other) => field === 'number' && reads[other + 1]?.field === 'action');
    return isOfOutcome ? { ...read, field: 'outcome number' } : read;
  });
}

/** Of “Aim” and “Objective” before the actions, the first is what plans call a theme. */
function themeAmong(reads: readonly HeadingRead[]): number | undefined {
  const action = reads.findIndex(({ field }) => field === 'action');
  const before = reads.flatMap(({ field, rank }, at) =>
    field === 'outcome' && rank >= 0 && at < action ? [at] : [],
  );
  const isThere = reads.some(({ field }) => field === 'theme');
  return before.length === 2 && !isThere ? before[0] : undefined;
}

/** Of these there may be several columns. */
const several: readonly (Field | undefined)[] = ['note', undefined];

function columnsOf(
  headings: string[],
  said: readonly HeadingRead[],
  own: OwnColumns,
  isOneCell: (a: number, b: number) => boolean = () => true,
): Columns {
  const actions = standIn(said, headings);
  const reads = apart(
    headings,
    said.map((read, at): HeadingRead => (at === actions ? { ...read, field: 'action' } : read)),
  );
  const reported = reads.map(
    (read, at) => own.reportDates.get(plainName(headings[at]!)) ?? read.reported,
  );
  const parts = reads.filter(({ part, field }, at) => part && field && reported[at] === undefined);
  const doubts: ColumnDoubt[] = [];
  const fields = reads.map(({ field, part }, at): Field | undefined => {
    if (field === undefined && isTime(headings[at]!)) {
      doubts.push({ heading: headings[at]!, field: 'progress', taken: undefined, isDate: true });
    }
    if (several.includes(field) || reported[at] !== undefined) return field;
    if (part && parts.length > 0) {
      const isOnly = reads.every((other, o) => o === at || other.field !== field);
      if (isOnly) return field;
      doubts.push({ heading: headings[at]!, field: field!, taken: undefined });
      return 'note';
    }
    const rivals = reads.flatMap((read, other) =>
      read.field === field && reported[other] === undefined && !read.part ? [other] : [],
    );
    // A cell that runs across the columns names one thing.
    const best = rivals.reduce((a, b) => (reads[b]!.rank < reads[a]!.rank ? b : a), rivals[0]!);
    if (reads[at]!.together && reads[best]!.together) return field;
    if (best === at || (headings[best] === headings[at] && isOneCell(at, best))) return field;
    doubts.push({ heading: headings[at]!, field: field!, taken: headings[best]! });
    return 'note';
  });
  const hasStatus = fields.some((field, at) => field === 'status' && reported[at] === undefined);
  return {
    headings,
    fields: fields.map((field) => (field === 'rag' && !hasStatus ? 'status' : field)),
    reported,
    doubts,
  };
}
