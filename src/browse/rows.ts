import { filterNames, type FilterName } from '../search/search-state.ts';
import type { BrowseState, ColumnName } from './browse-state.ts';

/** What is known of one row of the register. */
export interface RegisterRow {
  id: string;
  /** Its values of a filter. */
  values(filter: FilterName): readonly string[];
  /** What a column is sorted by. */
  key(column: ColumnName): string | number;
}

/**
 * The rows that a reader asks for, in the order asked for. Rows that are alike keep their order.
 *
 * @param found the identifiers that the search found for the words; left out where there are none
 */
export function rowsFor<R extends RegisterRow>(
  rows: readonly R[],
  state: BrowseState,
  found?: ReadonlySet<string>,
): R[] {
  const chosenFilters = filterNames.filter((name) => state.filters[name].length > 0);
  const asked = rows.filter(
    (row) =>
      (found?.has(row.id) ?? true) &&
      chosenFilters.every((name) => {
        const values = row.values(name);
        return state.filters[name].some((value) => values.includes(value));
      }),
  );
  const direction = state.backwards ? -1 : 1;
  return asked.sort((a, b) => direction * compare(a.key(state.sort), b.key(state.sort)));
}

/** How texts of a column are sorted. */
export const inOrder = new Intl.Collator('en-GB', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : inOrder.compare(String(a), String(b));
}
