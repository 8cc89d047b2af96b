import { parseDueDate } from '../../domain/due-date.ts';
import { statusWords } from '../../domain/status-words.ts';
import type { Cell, LeftOut, Row, Table } from '../table.ts';

/** What the headings of columns that are ticked can say. */
export type TickedField = 'status' | 'rag' | 'due';

const ticked = /^(?:[x×✓✔☑☒√●■]|y|yes)$/iu;
const unticked = /^[☐□⬜○]$/u;
const sureStatuses = new Set(Object.values(statusWords).flatMap(({ sure }) => sure));

/** Columns beside each other, of which each row ticks one: “Not started”, “In progress”, “Complete”. */
interface TickColumns {
  field: TickedField;
  columns: readonly number[];
  /** Place of the row of headings in the table’s rows. */
  headings: number;
  /** Places of the rows that tick them. */
  rows: readonly number[];
}

/**
 * The table with each tick as what it says: the heading above it. Only where the headings are
 * statuses, colours or dates, there are two or more beside each other, and nothing but ticks is below them.
 */
export function ticksAsWords(table: Table): Table {
  const found = table.rows.flatMap((row, at) => tickColumnsUnder(table.rows, row, at));
  if (found.length === 0) return table;
  const rows = table.rows.map(({ cells, ...row }) => ({ ...row, cells: [...cells] }));
  const leftOut: LeftOut[] = [...table.leftOut];
  for (const { field, columns, headings, rows: below } of found) {
    for (const column of columns) {
      const heading = rows[headings]!.cells[column]!;
      rows[headings]!.cells[column] = { ...heading, ticked: field };
      for (const at of below) {
        const cell = rows[at]!.cells[column];
        if (cell === undefined || cell.text === '') continue;
        if (unticked.test(cell.text)) {
          leftOut.push({ place: rows[at]!.place, text: cell.text, why: 'The box is empty.' });
          rows[at]!.cells[column] = { ...cell, text: '' };
        } else
          rows[at]!.cells[column] = { ...cell, text: heading.text, mark: cell.mark ?? cell.text };
      }
    }
  }
  return { ...table, rows, leftOut };
}

function tickColumnsUnder(rows: readonly Row[], row: Row, at: number): TickColumns[] {
  if (row.kind !== 'row') return [];
  return runsOf(row.cells).flatMap(({ field, columns }): TickColumns[] => {
    const below: number[] = [];
    let ticks = 0;
    for (let next = at + 1; rows[next]?.block === row.block; next += 1) {
      const cells = columns.map((column) => rows[next]!.cells[column]?.text ?? '');
      const filled = cells.filter((text) => text !== '');
      if (filled.length === 0 || cells.every((text, c) => text === row.cells[columns[c]!]!.text))
        continue;
      // Whatever else is below them, they are no columns of ticks.
      if (!filled.every((text) => ticked.test(text) || unticked.test(text))) return [];
      ticks += filled.filter((text) => ticked.test(text)).length;
      below.push(next);
    }
    return ticks === 0 ? [] : [{ field, columns, headings: at, rows: below }];
  });
}

/** Runs of two or more cells beside each other that are statuses, or dates. */
function runsOf(cells: readonly Cell[]): { field: TickedField; columns: number[] }[] {
  const runs: { field: TickedField; columns: number[] }[] = [];
  for (const [column, { text }] of cells.entries()) {
    const field = tickedField(text);
    if (field === undefined) continue;
    const last = runs.at(-1);
    if (last?.field === field && last.columns.at(-1) === column - 1) last.columns.push(column);
    else runs.push({ field, columns: [column] });
  }
  return runs.filter(({ columns }) => columns.length > 1);
}

function tickedField(heading: string): TickedField | undefined {
  const plain = heading
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.:?]$/, '')
    .trim();
  if (sureStatuses.has(plain)) return 'status';
  if (/^(?:red|amber|green)$/.test(plain)) return 'rag';
  if (/^(?:(?:short|medium|long)(?:[ -]term)?|year \d|q[1-4])$/.test(plain)) return 'due';
  const date = parseDueDate(heading);
  return date.ok && date.date.earliest !== null && date.date.latest !== null ? 'due' : undefined;
}
