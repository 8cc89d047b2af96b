import { filtersOf } from '../search/search-state.ts';
import type { RegisterRow } from './rows.ts';

/** What the rows of a table say, in their order. */
export function tableRows(table: HTMLTableElement): RegisterRow[] {
  return [...table.tBodies[0]!.rows].map((element, place) => {
    const text = (column: number) => element.cells[column]!.textContent.trim();
    const facts = element.dataset;
    return {
      id: element.id,
      filters: filtersOf((name) => (facts[name] ?? '').split(' ')),
      keys: {
        reference: place,
        title: text(1),
        status: text(2),
        due: facts['last'] ?? '',
        lead: text(4),
      },
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
