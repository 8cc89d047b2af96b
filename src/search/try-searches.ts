import type { Finder, HitData } from './engine.ts';
import { find, type SearchResult } from './find.ts';
import type { Pagefind } from './pagefind-itself.ts';
import { readState } from './search-state.ts';

/** A query, and what must be among the first three results; nothing where no promise is about it. */
export interface SearchCase {
  query: string;
  /** Whether the line says what it expects. */
  expects: boolean;
  /** Addresses, of which any one will do. */
  expected: string[];
}

/**
 * Reads a list of queries, one a line. After a tab may come what is expected, with spaces between:
 * actions (`don-2-1-2`) or addresses (`/topics/breaks/`), or a dash where nothing should be found.
 * Lines that begin with # are notes.
 */
export function readSearchCases(text: string): SearchCase[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [query = '', expected = ''] = line.split('\t');
      const names = expected.split(' ').filter((name) => name !== '' && name !== '-');
      return {
        query: query.trim(),
        expects: expected.trim() !== '',
        expected: names.map((name) => (name.startsWith('/') ? name : `/actions/${name}/`)),
      };
    });
}

/** What was found for a query. */
export interface Tried extends SearchCase {
  found: Omit<SearchResult, 'hits' | 'unfiltered'>;
  /** The first three results. */
  first: { url: string; title: string }[];
  answered: boolean;
}

/** What the search finds for each query, as a reader would see it. */
export async function trySearches(finder: Finder, cases: readonly SearchCase[]): Promise<Tried[]> {
  const tried: Tried[] = [];
  // One after another, so that a fault is told with its query.
  for (const each of cases) {
    const state = readState(`?${new URLSearchParams({ q: each.query }).toString()}`);
    const { hits, unfiltered: _unfiltered, ...found } = await find(finder, state);
    const first = await firstOf(hits);
    tried.push({ ...each, found, first, answered: isAnswered(each, first) });
  }
  return tried;
}

/** The same by Pagefind alone, which is handed the words as they are. */
export async function tryPlainly(
  pagefind: Pagefind,
  cases: readonly SearchCase[],
): Promise<{ expects: boolean; answered: boolean }[]> {
  const tried = [];
  for (const each of cases) {
    const { results } = await pagefind.search(each.query);
    tried.push({ expects: each.expects, answered: isAnswered(each, await firstOf(results)) });
  }
  return tried;
}

async function firstOf(
  hits: readonly { data(): Promise<Pick<HitData, 'url' | 'meta'>> }[],
): Promise<{ url: string; title: string }[]> {
  const data = await Promise.all(hits.slice(0, 3).map((hit) => hit.data()));
  return data.map(({ url, meta }) => ({ url, title: meta['title'] ?? url }));
}

function isAnswered({ expected }: SearchCase, first: readonly { url: string }[]): boolean {
  if (expected.length === 0) return first.length === 0;
  return first.some(({ url }) => expected.includes(url));
}
