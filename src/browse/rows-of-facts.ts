import type { FilterName } from '../search/search-state.ts';
import type { ColumnName } from './browse-state.ts';
import type { RegisterRow } from './rows.ts';

/**
 * What the whole register is filtered by, in the order of the register: the values of each filter, and
 * of each action the place of its value, or the places of several. Nothing of any action where there
 * are no values.
 */
export type RegisterFilters = Record<FilterName, { values: string[]; of: (number | number[])[] }>;

/** The place of each action where all are sorted by a column, in the order of the register. */
export type RegisterOrder = number[];

/** The columns that have an order of their own. */
export type SortedColumn = Exclude<ColumnName, 'reference'>;

/** The files with what is known of the whole register, by their names. */
export interface RegisterParts extends Record<SortedColumn, RegisterOrder> {
  filters: RegisterFilters;
  /** The identifiers of all actions, in the order of the register. */
  ids: string[];
}

/**
 * The rows of the whole register.
 *
 * @param orders of the columns that they are to be sorted by
 */
export function rowsOfFacts(
  filters: RegisterFilters,
  length: number,
  orders: Partial<Record<SortedColumn, RegisterOrder>> = {},
): RegisterRow[] {
  return Array.from({ length }, (_, place) => new FactsRow(place, filters, orders));
}

/** Looks up what it is asked for: of thousands of rows, most are asked for one thing or nothing. */
class FactsRow implements RegisterRow {
  readonly place: number;
  readonly #filters: RegisterFilters;
  readonly #orders: Partial<Record<SortedColumn, RegisterOrder>>;

  constructor(
    place: number,
    filters: RegisterFilters,
    orders: Partial<Record<SortedColumn, RegisterOrder>>,
  ) {
    this.place = place;
    this.#filters = filters;
    this.#orders = orders;
  }

  values(filter: FilterName): string[] {
    const { values, of } = this.#filters[filter];
    const its = of[this.place] ?? [];
    return typeof its === 'number' ? [values[its]!] : its.map((index) => values[index]!);
  }

  key(column: ColumnName): number {
    return column === 'reference' ? this.place : this.#orders[column]![this.place]!;
  }
}
