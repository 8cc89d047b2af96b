import { filterNames, filtersOf, tidy, type FilterName } from '../search/search-state.ts';

/** The columns of the register, by which it can be sorted. */
export const columnNames = ['reference', 'title', 'status', 'due', 'lead'] as const;
export type ColumnName = (typeof columnNames)[number];

/**
 * What a reader wants to see of the register, as the page’s address holds it, so that it can be
 * linked to: `?q=hospital&status=in-progress&sort=-due`.
 */
export interface BrowseState {
  words: string;
  /** The chosen values of each filter; an empty list leaves everything in. */
  filters: Record<FilterName, string[]>;
  sort: ColumnName;
  /** Whether the last comes first. */
  backwards: boolean;
}

/** Reads an address; what it cannot mean is passed over, so that a mangled link still opens. */
export function readBrowseState(search: string): BrowseState {
  const given = new URLSearchParams(search);
  const sort = given.get('sort') ?? '';
  const column = columnNames.find((name) => name === sort.replace(/^-/, ''));
  return {
    words: tidy(given.get('q') ?? ''),
    filters: filtersOf((name) => given.getAll(name)),
    sort: column ?? 'reference',
    backwards: column !== undefined && sort.startsWith('-'),
  };
}

/** Writes the address of a view, and leaves out defaults. */
export function writeBrowseState({ words, filters, sort, backwards }: BrowseState): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  for (const name of filterNames) {
    for (const value of filters[name]) parameters.append(name, value);
  }
  if (sort !== 'reference' || backwards) parameters.set('sort', (backwards ? '-' : '') + sort);
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}
