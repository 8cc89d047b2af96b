import { headingsIn, type Columns, type OwnColumns } from '../columns/find-headings.ts';
import type { Field } from '../columns/column-names.ts';
import type { RowAnswer } from '../questions/question.ts';
import { CannotRun, type Cell, type Row, type Table } from '../table.ts';
import { bullet, textsOfActions } from './several-actions.ts';
import { actionTexts, type Repair } from './table-read.ts';
import { partNumber } from './unnamed-numbers.ts';

/** What a person said of rows, and of columns. */
interface Said extends OwnColumns {
  rows: ReadonlyMap<string, RowAnswer>;
}

/**
 * The table with each row parted of which a person has said that it holds several actions: one row for
 * each text. Where another cell has as many lines, each action gets one of them; what is there once
 * holds for all, as a merged cell does.
 *
 * @throws CannotRun where nothing shows where such a row is to be parted
 */
export function withRowsSplit(table: Table, said: Said): { table: Table; repairs: Repair[] } {
  if (![...said.rows.values()].includes('split')) return { table, repairs: [] };
  const rows: Row[] = [];
  const repairs: Repair[] = [];
  let columns: Columns | undefined;
  for (const row of table.rows) {
    columns = headingsIn(row, said, columns) ?? columns;
    if (said.rows.get(row.place) !== 'split' || columns === undefined) {
      rows.push(row);
      continue;
    }
    const { parts, told } = partsOf(row, columns);
    repairs.push({ row: rows.length, text: told });
    rows.push(...parts);
  }
  return { table: { ...table, rows }, repairs };
}

/** Columns of which a cell may have a line for each action. */
const inStep: ReadonlySet<Field | undefined> = new Set(
  actionTexts.filter((field) => field !== 'action' && field !== 'carried over from'),
);

function partsOf(row: Row, { fields, headings }: Columns): { parts: Row[]; told: string } {
  const action = fields.findIndex(
    (field, column) =>
      field === 'action' && textsOfActions(row.cells[column]?.text ?? '').length > 1,
  );
  if (action < 0) {
    throw new CannotRun(
      `By your answers ${row.place} holds several actions, and its action is one text on one line. Put each action on a line of its own in the file, or correct the answer.`,
    );
  }
  const texts = textsOfActions(row.cells[action]!.text);
  const lines = row.cells.map((cell, column) =>
    column === action ? texts : linesFor(cell, fields[column], texts.length),
  );
  const others: string[] = [];
  const numbers = fields.indexOf('number');
  const parted = texts.map((text) => partNumber({ row: 0, column: 0, text }));
  const isNumbered = parted.every((part) => part !== undefined);
  if (isNumbered && numbers >= 0 && lines[numbers] === undefined) {
    lines[action] = parted.map(({ rest }) => rest.text);
    lines[numbers] = parted.map(({ number }) => number.text);
    others.push(row.cells[numbers]?.text ?? '');
  }
  const parts = texts.map((_, at): Row => ({
    ...row,
    place: `${row.place}, part ${at + 1}`,
    part: at + 1,
    cells: Array.from({ length: Math.max(row.cells.length, numbers + 1) }, (_cell, column) => {
      const cell: Cell = row.cells[column] ?? { text: '' };
      const own = lines[column]?.[at];
      if (at > 0) return own === undefined ? belowOf(cell) : { text: own };
      const beside = column === numbers ? others.filter((text) => text !== '') : [];
      return {
        ...cell,
        text: own ?? cell.text,
        ...(beside.length > 0 && { beside: [...(cell.beside ?? []), ...beside] }),
      };
    }),
  }));
  const named = (is: (column: number) => boolean) =>
    headings.filter((name, column) => name !== '' && column !== action && is(column)).join(', ');
  const each = named((column) => lines[column] !== undefined);
  const shared = named(
    (column) =>
      lines[column] === undefined &&
      (row.cells[column]?.text ?? '') !== '' &&
      inStep.has(fields[column]) &&
      fields[column] !== 'number',
  );
  return {
    parts,
    told: [
      `The row was split into ${texts.length} actions, as you have said.`,
      ...(each === '' ? [] : [`One line for each: ${each}.`]),
      ...(shared === '' ? [] : [`The same for each: ${shared}.`]),
    ].join(' '),
  };
}

/** The cell of a part below the first, where it has no line of its own: what is above holds for it too. */
function belowOf({ text, covered }: Cell): Cell {
  return text !== '' || covered ? { text: '', covered: true } : { text: '' };
}

/** One line for each action; undefined where the cell has more or fewer. */
function linesFor({ text }: Cell, field: Field | undefined, count: number): string[] | undefined {
  if (!inStep.has(field)) return undefined;
  const lines = text
    .split(field === 'number' ? /\n|\s*[/,&]\s*|\s+and\s+/ : '\n')
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => line !== '');
  return lines.length === count ? lines : undefined;
}
