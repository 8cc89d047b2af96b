import type { ColumnName } from './browse-state.ts';
import type { RegisterRow } from './rows.ts';

/** What the rows of a table say, in their order. */
export function tableRows(table: HTMLTableElement): RegisterRow[] {
  return [...table.tBodies[0]!.rows].map((element, place): RegisterRow => {
    const text = (column: number) => element.cells[column]!.textContent.trim();
    const facts = element.dataset;
    const keys: Record<ColumnName, string | number> = {
      reference: place,
      title: text(1),
      status: text(2),
      due: facts['last'] ?? '',
      lead: text(4),
    };
    return {
      id: element.id,
      values: (name) => (facts[name] ?? '').split(' '),
      key: (column) => keys[column],
    };
  });
}

/**
 * The rows of another page of the register. Its own table is read, so that what a row looks like is
 * written once.
 *
 * @throws if the page does not come
 */
export async function rowsOfPage(address: string): Promise<HTMLTableRowElement[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelector<HTMLTableElement>('#register')!.tBodies[0]!.rows];
}
