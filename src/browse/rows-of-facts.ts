import { filtersOf, type FilterName } from '../search/search-state.ts';
import type { ColumnName } from './browse-state.ts';
import type { RegisterRow } from './rows.ts';

/** What is known of every action of the register, part by part, each in the order of the register. */
export interface RegisterFacts {
  ids: string[];
  /**
   * The values of each filter, and of each action the place of its value, or the places of several.
   * Nothing of any action where there are no values.
   */
  filters: Record<FilterName, { values: string[]; of: (number | number[])[] }>;
  /** The place of each action where all are sorted by a column. */
  order: Record<Exclude<ColumnName, 'reference'>, number[]>;
}

/** The rows of the whole register, as far as filters and sorting need them. */
export function rowsOfFacts({ ids, filters, order }: RegisterFacts): RegisterRow[] {
  return ids.map((id, place) => ({
    id,
    filters: filtersOf((name) => {
      const { values, of } = filters[name];
      return [of[place] ?? []].flat().map((index) => values[index]!);
    }),
    keys: {
      reference: place,
      title: order.title[place]!,
      status: order.status[place]!,
      due: order.due[place]!,
      lead: order.lead[place]!,
    },
  }));
}
