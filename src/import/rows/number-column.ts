import type { Field } from '../columns/column-names.ts';
import { headingsIn, type Columns } from '../columns/find-headings.ts';
import type { Table } from '../table.ts';

/**
 * Whether the number column numbers outcomes: there is an outcome column, and some action has no
 * number.
 *
 * @param own the adopter’s own names for columns
 */
export function numbersAreOutcomes({ rows }: Table, own: ReadonlyMap<string, Field>): boolean {
  let columns: Columns | undefined;
  let someUnnumbered = false;
  for (const row of rows) {
    const headings = headingsIn(row, own);
    if (headings !== undefined) {
      columns ??= headings;
      continue;
    }
    const isFilled = (field: Field) =>
      row.cells.some(({ text }, column) => columns?.fields[column] === field && text !== '');
    if (isFilled('action') && !isFilled('number')) someUnnumbered = true;
  }
  return columns?.fields.includes('outcome') === true && someUnnumbered;
}
