import type { FilterName } from '../search/search-state.ts';
import { columnNames, type ColumnName } from './browse-state.ts';
import type { RegisterRow } from './rows.ts';

/** What the rows of a table say, in their order. */
export function tableRows(elements: readonly HTMLTableRowElement[]): RegisterRow[] {
  return elements.map((element, place) => new TableRow(element, place));
}

/** Is read where it is asked: the texts of hundreds of rows take a phone half a second. */
class TableRow implements RegisterRow {
  readonly place: number;
  readonly #element: HTMLTableRowElement;

  constructor(element: HTMLTableRowElement, place: number) {
    this.#element = element;
    this.place = place;
  }

  values(filter: FilterName): string[] {
    return (this.#element.dataset[filter] ?? '').split(' ');
  }

  key(column: ColumnName): string | number {
    if (column === 'reference') return this.place;
    if (column === 'due') return this.#element.dataset['last'] ?? '';
    return this.#element.cells[columnNames.indexOf(column)]!.textContent.trim();
  }
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
