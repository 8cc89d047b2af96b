import { filtersOf } from '../search/search-state.ts';
import type { RegisterRow } from './rows.ts';

/** A row of the register as it is in a page. */
export interface TableRow extends RegisterRow {
  element: HTMLTableRowElement;
}

/**
 * What the rows of a table say, in their order.
 *
 * @param before how many rows of the register are on the pages before this one
 */
export function tableRows(table: HTMLTableElement, before: number): TableRow[] {
  return [...table.tBodies[0]!.rows].map((element, place) => {
    const text = (column: number) => element.cells[column]!.textContent.trim();
    const facts = element.dataset;
    return {
      element,
      id: element.id,
      filters: filtersOf((name) => (facts[name] ?? '').split(' ')),
      keys: {
        reference: before + place,
        title: text(1),
        status: text(2),
        due: facts['last'] ?? '',
        lead: text(4),
      },
    };
  });
}

/**
 * The rows of the other pages of the register, in order. Their own tables are read, so that what a
 * row looks like is written once.
 *
 * @throws if a page does not come
 */
export async function rowsOfPages(
  addresses: readonly string[],
  before: number,
): Promise<TableRow[]> {
  const pages = await Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return new DOMParser().parseFromString(await answer.text(), 'text/html');
    }),
  );
  const rows: TableRow[] = [];
  for (const page of pages) {
    rows.push(
      ...tableRows(page.querySelector<HTMLTableElement>('#register')!, before + rows.length),
    );
  }
  return rows;
}
