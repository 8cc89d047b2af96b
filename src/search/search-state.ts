/**
 * What a reader asks of the search page, as the page’s address holds it, so that a search can be
 * linked to and the back button works: `?q=respite&plan=doncaster&status=complete&sort=due`.
 */
export const filterNames = [
  'area',
  'subject',
  'plan',
  'theme',
  'lead',
  'due',
  'status',
  'overdue',
  'disputed',
] as const;
export type FilterName = (typeof filterNames)[number];

const sortNames = ['relevance', 'due', 'reference'] as const;
export type SortName = (typeof sortNames)[number];

/** How many results are on the page before “Show more”, and how many more it shows. */
export const pageSize = 10;

/** What the form of the search holds, and its address says. */
export interface SearchState {
  words: string;
  /** The chosen values of each filter; an empty list leaves everything in. */
  filters: Record<FilterName, string[]>;
  sort: SortName;
  /** How many results are shown. */
  shown: number;
}

/** Whether there is anything to look for. */
export function asksForSomething({ words, filters }: SearchState): boolean {
  return words !== '' || filterNames.some((name) => filters[name].length > 0);
}

/** Reads an address; what it cannot mean is passed over, so that a mangled link still opens. */
export function readState(search: string): SearchState {
  const given = new URLSearchParams(search);
  const sort = sortNames.find((name) => name === given.get('sort')) ?? 'relevance';
  const shown = Number(given.get('shown'));
  return {
    words: tidy(given.get('q') ?? ''),
    // A browser that sends the form itself names the boxes as the form does.
    filters: filtersOf((name) => [...given.getAll(name), ...given.getAll(`${name}[]`)]),
    sort,
    shown: Number.isInteger(shown) && shown > pageSize ? Math.min(shown, 1000) : pageSize,
  };
}

/** Writes the address of a search, without what goes without saying: `?q=respite`, or nothing. */
export function writeState({ words, filters, sort, shown }: SearchState): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  for (const name of filterNames) {
    for (const value of filters[name]) parameters.append(name, value);
  }
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (shown > pageSize) parameters.set('shown', String(shown));
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** No site has so many plans, leads or months; a link with more was made to keep a browser busy. */
const mostValues = 500;

/** Filters with the values that `valuesOf` gives, each once and none empty. */
export function filtersOf(valuesOf: (name: FilterName) => string[]): Record<FilterName, string[]> {
  const values = (name: FilterName) =>
    [...new Set(valuesOf(name))].filter((value) => value !== '').slice(0, mostValues);
  return {
    area: values('area'),
    subject: values('subject'),
    plan: values('plan'),
    theme: values('theme'),
    lead: values('lead'),
    due: values('due'),
    status: values('status'),
    overdue: values('overdue'),
    disputed: values('disputed'),
  };
}

/** As long as a promise that somebody pastes. Each word of a query is looked up by itself. */
const longestQuery = 500;

/** A query without white space that says nothing. What is too long ends with its last whole word. */
export function tidy(words: string): string {
  const text = words.trim().replaceAll(/\s+/g, ' ').toWellFormed();
  if (text.length <= longestQuery) return text;
  const start = text.slice(0, longestQuery);
  const end = start.lastIndexOf(' ');
  return (end > 0 ? start.slice(0, end) : start).toWellFormed();
}

/** What was asked, as it is shown between quotation marks: without those that are around all of it. */
export function wordsToShow(words: string): string {
  return words.replace(/^["“”]([^"“”]*)["“”]$/, '$1');
}
