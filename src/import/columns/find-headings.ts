import { fieldOf, plainName, type Field } from './column-names.ts';
import type { Row } from '../table.ts';

/** The columns of a table: what each is for, with its heading as printed. */
export interface Columns {
  headings: string[];
  /** Undefined for a column whose heading is not known. */
  fields: (Field | undefined)[];
}

/**
 * The columns, if this row holds headings: one for the action and at least one more, and most of
 * the row known by name.
 */
export function headingsIn(row: Row, own: ReadonlyMap<string, Field>): Columns | undefined {
  if (row.kind !== 'row') return undefined;
  const headings = row.cells.map((cell) => cell.text);
  const filled = headings.filter((heading) => heading !== '');
  if (filled.some((heading) => heading.length > 80)) return undefined;
  const fields = headings.map((heading) => fieldOf(heading, own));
  const known = fields.filter((field) => field !== undefined);
  if (known.length * 2 < filled.length || new Set(known).size < 2) return undefined;
  return known.includes('action') || (known.includes('number') && reportsProgress(known))
    ? { headings, fields }
    : undefined;
}

/** A progress round names actions by their number alone. */
function reportsProgress(known: readonly Field[]): boolean {
  return known.includes('status') || known.includes('progress');
}

/** Whether a row repeats the headings, as tables do at the top of each page. */
export function repeatsHeadings(row: Row, columns: Columns): boolean {
  const text = (cells: readonly string[]) => plainName(cells.join(' '));
  return text(row.cells.map((cell) => cell.text)) === text(columns.headings);
}
