import type { FilterName } from '../search/search-state.ts';
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
export function rowsOfFacts(facts: RegisterFacts): RegisterRow[] {
  return facts.ids.map((id, place) => new FactsRow(id, place, facts));
}

/** Looks up what it is asked for: of thousands of rows, most are asked for one thing or nothing. */
class FactsRow implements RegisterRow {
  readonly id: string;
  readonly #place: number;
  readonly #facts: RegisterFacts;

  constructor(id: string, place: number, facts: RegisterFacts) {
    this.id = id;
    this.#place = place;
    this.#facts = facts;
  }

  values(filter: FilterName): string[] {
    const { values, of } = this.#facts.filters[filter];
    return [of[this.#place] ?? []].flat().map((index) => values[index]!);
  }

  key(column: ColumnName): number {
    return column === 'reference' ? this.#place : this.#facts.order[column][this.#place]!;
  }
}
