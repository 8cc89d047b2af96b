import { startSearch, type Search } from '../search/engine.ts';
import { find } from '../search/find.ts';
import { indexFolder } from '../search/search-files.ts';
import { readState } from '../search/search-state.ts';

let searching: Promise<Search> | undefined;

/**
 * The identifiers of the actions that the search page finds for some words.
 *
 * @param base the folder of the site, ending in a slash
 * @throws if the index does not come; the next time it is fetched afresh
 */
export async function actionsFor(words: string, base: string): Promise<ReadonlySet<string>> {
  try {
    searching ??= startSearch(`${base}${indexFolder}/`, base);
    const finder = await searching;
    const [{ hits }, ids] = await Promise.all([
      find(finder, readState(`?${new URLSearchParams({ q: words }).toString()}`)),
      finder.actions(),
    ]);
    return new Set(hits.flatMap(({ name }) => ids[name] ?? []));
  } catch (error) {
    searching = undefined;
    throw error;
  }
}
