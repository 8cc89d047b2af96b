import { columns, type Cell as ExportedCell } from '../../exports/actions-table.ts';
import { neutralised } from '../../exports/csv.ts';
import { progressColumns } from '../../exports/progress-sheet.ts';
import { comparableWords } from '../account/comparable-words.ts';
import { plainName, readHeading } from '../columns/column-names.ts';
import { cleanText } from '../read/clean-text.ts';
import type { Cell, Row, Table } from '../table.ts';

/** What the site publishes of each action of a plan now: reference as printed → its row of the table. */
export type Published = ReadonlyMap<string, readonly ExportedCell[]>;

/**
 * A table that was taken from this site and filled in, as one of the usual shape that holds only what
 * is new in it: a status that is another, words that were added, a column that was put beside. Any
 * other table is given back as it is.
 *
 * @param published asked where the table is the one of all columns
 */
export function onlyWhatChanged(table: Table, plan: string, published: () => Published): Table {
  for (const [at, { kind, cells }] of table.rows.entries()) {
    if (kind !== 'row') continue;
    const headings = cells.map(({ text }) => text);
    if (isProgressSheet(headings)) return filledIn(table, at, headings);
    if (isExport(headings)) return compared(table, at, headings, plan, published());
  }
  return table;
}

function isProgressSheet(headings: readonly string[]): boolean {
  return ['Reference', 'Status now', 'New status'].every((title) => headings.includes(title));
}

/** The new columns alone; the others are there to be read. */
function filledIn(table: Table, at: number, headings: readonly string[]): Table {
  const kept = headings.flatMap((heading, column) => {
    const known = progressColumns.find(({ title }) => title === heading);
    // A column that somebody put beside says something too.
    return known === undefined || known.isToFillIn || heading === 'Reference' ? [column] : [];
  });
  return withRows(
    table,
    rowsBelow(table, at - 1).map((row) => ({
      ...row,
      cells: kept.map((column) => row.cells[column] ?? { text: '' }),
    })),
  );
}

const namesOf = new Map(
  columns.flatMap(({ name, title }) => [
    [plainName(name), name],
    [plainName(title), name],
  ]),
);

function isExport(headings: readonly string[]): boolean {
  const names = headings.map((heading) => namesOf.get(plainName(heading)));
  return ['reference', 'status', 'last_reported', 'plan_id'].every((name) => names.includes(name));
}

/** Columns in which a change says something that a report of progress cannot take. */
const watched = ['due', 'leads', 'partners', 'promise', 'status_text'];

function compared(
  table: Table,
  at: number,
  headings: readonly string[],
  plan: string,
  published: Published,
): Table {
  const names = headings.map((heading) => namesOf.get(plainName(heading)));
  const place = (name: string) => names.indexOf(name);
  const ofOthers = headings.flatMap((heading, column) =>
    heading !== '' && names[column] === undefined ? [column] : [],
  );
  const isProgress = (column: number) =>
    readHeading(headings[column]!, new Map()).field === 'progress';
  const beside = ofOthers.filter((column) => !isProgress(column));
  const titleOf = (name: string) => columns.find((column) => column.name === name)!.title;
  const all = rowsBelow(table, at).filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const own = all.filter(({ cells }) => cells[place('plan_id')]?.text === plan);
  const rows = own.map((row): Row => {
    const cell = (name: string) => row.cells[place(name)]?.text ?? '';
    const now = published.get(cell('reference'));
    const nowOf = (name: string) =>
      shown(now?.[columns.findIndex((column) => column.name === name)] ?? null);
    const changed = (name: string) => (same(cell(name), nowOf(name)) ? '' : cell(name));
    const added = [
      addedTo(cell('updates'), nowOf('updates')),
      ...ofOthers.filter(isProgress).map((column) => row.cells[column]?.text ?? ''),
    ];
    const isStale = !same(cell('last_reported'), nowOf('last_reported'));
    const texts = [
      cell('reference'),
      changed('status'),
      changed('rag'),
      added.filter((text) => text !== '').join('\n\n'),
      ...watched.map((name) => (isStale ? '' : changed(name))),
      ...beside.map((column) => row.cells[column]?.text ?? ''),
    ];
    // What has been reported since the table was taken may be what seems new in it.
    const doubt =
      isStale && texts.slice(1).some((text) => text !== '') ? nowOf('last_reported') : '';
    return { ...row, cells: [...texts, doubt].map((text): Cell => ({ text })) };
  });
  const heads = ['Ref', 'Status', 'RAG', 'Progress', ...watched.map(titleOf)];
  const headingRow: Row = {
    ...table.rows[at]!,
    cells: [...heads, ...beside.map((column) => headings[column]!), staleHeading].map((text) => ({
      text,
    })),
  };
  const others = all.length - own.length;
  return withRows(
    table,
    [headingRow, ...rows],
    others === 0 ? [] : [`${others} rows are about actions of other plans, so they were left out.`],
  );
}

/** The heading above a date on which more was reported than the table knows. */
export const staleHeading = 'Reported since this table was taken';

function rowsBelow({ rows }: Table, at: number): Row[] {
  const { block } = rows[at + 1] ?? rows[at]!;
  return rows.slice(at + 1).filter((row) => row.block === block);
}

function withRows(table: Table, rows: Row[], notes: readonly string[] = []): Table {
  const read = 'It is a table of this site, so only what is new in it was read.';
  return { ...table, rows, notes: [...table.notes, read, ...notes] };
}

function shown(cell: ExportedCell): string {
  if (cell === null || typeof cell === 'boolean') return '';
  return typeof cell === 'string' ? cell : cell.join('\n');
}

function same(a: string, b: string): boolean {
  return comparableWords(a).join(' ') === comparableWords(b).join(' ');
}

/** What is in a cell beyond the words that the site gave; all of it where those are gone. */
function addedTo(cell: string, given: string): string {
  if (same(cell, given)) return '';
  const start = [given, neutralised(given)]
    .map((text) => cleanText(text))
    .find((text) => cell.startsWith(text));
  return start === undefined ? cell : cell.slice(start.length).trim();
}
