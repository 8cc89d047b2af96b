import { filterNames, type FilterName } from '../search/search-state.ts';
import type { BrowseState, ColumnName } from './browse-state.ts';

/** What is known of one row of the register. */
export interface RegisterRow {
  /** How many rows of the whole register are before it. */
  place: number;
  /** Its values of a filter. */
  values(filter: FilterName): readonly string[];
  /** What a column is sorted by. */
  key(column: ColumnName): string | number;
}

/**
 * The rows that a reader asks for, in the order asked for. Rows that are alike keep their order.
 *
 * @param found the places of the rows that the search found for the words; left out where there are none
 */
export function rowsFor<R extends RegisterRow>(
  rows: readonly R[],
  state: BrowseState,
  found?: ReadonlySet<number>,
): R[] {
  const chosenFilters = filterNames.filter((name) => state.filters[name].length > 0);
  const asked = rows.filter(
    (row) =>
      (found?.has(row.place) ?? true) &&
      chosenFilters.every((name) => {
        const values = row.values(name);
        return state.filters[name].some((value) => values.includes(value));
      }),
  );
  if (isInPlace(state)) return asked;
  const direction = state.backwards ? -1 : 1;
  return asked
    .map((row) => ({ row, key: row.key(state.sort) }))
    .sort((a, b) => direction * compare(a.key, b.key))
    .map(({ row }) => row);
}

/** Whether what is asked for is shown in the order in which the register has it. */
export function isInPlace({ sort, backwards }: BrowseState): boolean {
  return sort === 'reference' && !backwards;
}

/** How texts of a column are sorted. */
export const inOrder = new Intl.Collator('en-GB', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : inOrder.compare(String(a), String(b));
}
