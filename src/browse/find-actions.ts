import { actionOn } from '../search/action-pages.ts';
import { startSearch, type Search } from '../search/engine.ts';
import { find } from '../search/find.ts';
import { indexFolder } from '../search/search-files.ts';
import { readState } from '../search/search-state.ts';

let searching: Promise<Search> | undefined;

/**
 * The actions that the search page finds for some words, by their places in the register.
 *
 * @param base the folder of the site, ending in a slash
 * @throws if the index does not come; the next time it is fetched afresh
 */
export async function actionsFor(words: string, base: string): Promise<ReadonlySet<number>> {
  try {
    searching ??= startSearch(`${base}${indexFolder}/`, base);
    const finder = await searching;
    const [{ hits }, pages] = await Promise.all([
      find(finder, readState(`?${new URLSearchParams({ q: words }).toString()}`)),
      finder.actions(),
    ]);
    return new Set(hits.flatMap(({ id }) => actionOn(id, pages) ?? []));
  } catch (error) {
    searching = undefined;
    throw error;
  }
}
