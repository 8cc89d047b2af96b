import { filterNames, type FilterName } from '../search/search-state.ts';
import type { BrowseState, ColumnName } from './browse-state.ts';

/** What is known of one row of the register. */
export interface Row {
  id: string;
  /** Everything that a reader can see in it, in lower case. */
  text: string;
  filters: Record<FilterName, string[]>;
  /** What each column is sorted by. */
  keys: Record<ColumnName, string | number>;
}

/** The rows that a reader asks for, in the order asked for. Rows that are alike keep their order. */
export function rowsFor<R extends Row>(rows: readonly R[], state: BrowseState): R[] {
  const words = state.words.toLowerCase().split(' ');
  const asked = rows.filter(
    ({ text, filters }) =>
      words.every((word) => text.includes(word)) &&
      filterNames.every((name) => {
        const chosen = state.filters[name];
        return chosen.length === 0 || chosen.some((value) => filters[name].includes(value));
      }),
  );
  const direction = state.backwards ? -1 : 1;
  return asked.sort((a, b) => direction * compare(a.keys[state.sort], b.keys[state.sort]));
}

const inOrder = new Intl.Collator('en-GB', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : inOrder.compare(String(a), String(b));
}
