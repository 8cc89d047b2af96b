import type { Action } from '../register/register.ts';
import { reportedWhen, statusLabel } from '../domain/wording.ts';
import { searchFacts } from '../search/search-facts.ts';
import { filterNames, type FilterName } from '../search/search-state.ts';
import { inOrder } from './rows.ts';
import type {
  RegisterFilters,
  RegisterOrder,
  RegisterParts,
  SortedColumn,
} from './rows-of-facts.ts';

/**
 * What the page of the register filters and sorts by, of every action, in small files: most readers
 * choose, some sort by one column, and few download what they see. There are no texts: rows are shown
 * from the pages of the register, which are fetched where they are needed.
 */
export const registerParts: {
  [Part in keyof RegisterParts]: (actions: readonly Action[]) => RegisterParts[Part];
} = {
  filters: registerFilters,
  ids: (actions) => actions.map(({ id }) => id),
  title: (actions) => registerOrder('title', actions),
  status: (actions) => registerOrder('status', actions),
  due: (actions) => registerOrder('due', actions),
  lead: (actions) => registerOrder('lead', actions),
};

function registerFilters(actions: readonly Action[]): RegisterFilters {
  const facts = actions.map(searchFacts);
  return Object.fromEntries(
    filterNames.map((name) => [name, column(facts.map(({ filters }) => filters[name]))]),
  ) as RegisterFilters;
}

function registerOrder(column: SortedColumn, actions: readonly Action[]): RegisterOrder {
  return ranks(actions.map((action) => textIn(column, action)));
}

/** What a cell of the table says, or is sorted by. */
function textIn(name: SortedColumn, action: Action): string {
  switch (name) {
    case 'title':
      return action.title;
    case 'status':
      return `${statusLabel(action)} ${reportedWhen(action)}`;
    case 'due':
      return searchFacts(action).sorts.due;
    case 'lead':
      return action.leads
        .filter(({ role }) => role === 'lead')
        .map(({ organisation }) => organisation.name)
        .join('');
  }
}

/** Each value once, and for each action the places of its own. */
function column(valuesOf: readonly string[][]): RegisterFilters[FilterName] {
  const places = new Map<string, number>();
  const placeOf = (value: string) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  };
  const of = valuesOf.map((values) =>
    values.length === 1 ? placeOf(values[0]!) : values.map(placeOf),
  );
  // A filter that no action has a value for takes no room for each of them.
  return { values: [...places.keys()], of: places.size === 0 ? [] : of };
}

/** The place of each text among all in order; texts that are alike share one. */
function ranks(texts: readonly string[]): number[] {
  const order = [...new Set(texts)].sort((a, b) => inOrder.compare(a, b));
  const places = new Map<string, number>();
  for (const [index, text] of order.entries()) {
    const before = order[index - 1];
    const isAlike = before !== undefined && inOrder.compare(before, text) === 0;
    places.set(text, isAlike ? places.get(before)! : index);
  }
  return texts.map((text) => places.get(text)!);
}
