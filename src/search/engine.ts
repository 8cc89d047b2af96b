import { unpacked, type PackedVocabulary } from './packed-vocabulary.ts';
import { actionsFile, slipWordsFile, vocabularyFile } from './search-files.ts';
import { meantBy, wordsToMean, type SlipWords } from './slips.ts';
import type { Vocabulary } from './vocabulary.ts';

/** As much of Pagefind’s search in the browser as this site uses. */
export interface Engine {
  /** @param words null finds every page that the filters leave in */
  search(words: string | null, options: EngineOptions): Promise<EngineAnswer>;
  /** Fetches the parts of the index that a search for these words would need. */
  preload(words: string, options: EngineOptions): Promise<void>;
  /** Fetches all filters; from then on an answer counts their values. */
  filters(): Promise<Record<string, Counts>>;
}

export interface EngineOptions {
  /** A page must have any one of a filter’s values. */
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, 'asc'>;
}

export interface EngineAnswer {
  results: Hit[];
  /** How many of the results have each value of each filter that has been fetched. */
  filters: Record<string, Counts>;
}

export type Counts = Record<string, number>;

export interface Hit {
  id: string;
  data(): Promise<HitData>;
}

export interface HitData {
  url: string;
  excerpt: string;
  /** Everything that the page says. */
  content?: string;
  meta: Record<string, string>;
}

export interface PagefindModule {
  createInstance(options: object): Engine & { init(): Promise<void> };
}

/** An index that could not be fetched, whole or in part. */
export class IndexUnreachable extends Error {
  override name = 'IndexUnreachable';
}

/** What it takes to understand what is asked and to find it. */
export interface Finder {
  engine: Engine;
  vocabulary: Vocabulary;
  /** The word that a slip was meant for, if any. */
  meantBy(typed: string): Promise<string | undefined>;
}

/** What a page needs to search. */
export interface Search extends Finder {
  /** Of the actions, the names that the index has for them, with their identifiers. */
  actions(): Promise<Record<string, string>>;
}

/**
 * Fetches the index’s own script and starts it, and what the search knows beside it.
 *
 * @param folder the address of the index’s folder, ending in a slash
 * @param attempt how often this was tried before: a browser may keep a script that did not arrive
 * @throws IndexUnreachable from here or from a search, when any file of the index does not arrive
 */
export async function startSearch(
  folder: string,
  baseUrl: string,
  attempt: number,
): Promise<Search> {
  const watch = new FetchWatch();
  const script = `${folder}pagefind.js${attempt === 0 ? '' : `?again=${attempt}`}`;
  const json = async <T>(file: string): Promise<T> =>
    watch.whole(async () => (await fetch(folder + file)).json() as Promise<T>);
  const [module, vocabulary] = await Promise.all([
    watch.whole<PagefindModule>(() => import(/* @vite-ignore */ script)),
    json<PackedVocabulary>(vocabularyFile),
  ]);
  let slipWords: Promise<SlipWords> | undefined;
  // The page’s own thread does the searching: a worker would be another 12 KB to fetch first.
  const known = unpacked(vocabulary);
  const plain = module.createInstance({ noWorker: true, baseUrl, ranking });
  return {
    engine: watched(plain, watch),
    vocabulary: known,
    // Most queries have no slip: the words for it are fetched with the first that is not known.
    meantBy: async (typed) => {
      slipWords ??= json<SlipWords>(slipWordsFile);
      const { often, real } = await slipWords;
      return real.includes(typed) ? undefined : meantBy(typed, wordsToMean(known, often));
    },
    actions: () => json(actionsFile),
  };
}

/** An engine that throws where something did not arrive. */
function watched(engine: Engine, watch: FetchWatch): Engine {
  return {
    search: (words, options) =>
      watch.whole(async () => {
        const answer = await engine.search(words, options);
        return {
          ...answer,
          results: answer.results.map((hit) => ({
            id: hit.id,
            data: () => watch.whole(() => hit.data()),
          })),
        };
      }),
    preload: (words, options) => watch.whole(() => engine.preload(words, options)),
    filters: () => watch.whole(() => engine.filters()),
  };
}

/**
 * Does some work of the index and sees to it that all that it fetches arrives. Pagefind takes a part
 * that does not arrive for an empty one, and would answer “no results” to someone whose connection
 * failed; it offers no other way to see what it fetches. Nothing else on these pages fetches
 * anything meanwhile, and afterwards fetching is as it was.
 */
class FetchWatch {
  /** A part that did not arrive is taken for empty from then on, so no later answer can be trusted. */
  #missing = false;
  #working = 0;

  /** @throws IndexUnreachable */
  async whole<T>(work: () => Promise<T>): Promise<T> {
    if (this.#working === 0) this.#watch();
    this.#working += 1;
    try {
      const answer = await work();
      if (this.#missing) throw new IndexUnreachable();
      return answer;
    } catch (error) {
      throw new IndexUnreachable(undefined, { cause: error });
    } finally {
      this.#working -= 1;
      if (this.#working === 0) this.#unwatch();
    }
  }

  #watch(): void {
    const plainFetch = window.fetch;
    window.fetch = async (...request) => {
      try {
        const response = await plainFetch.apply(window, request);
        this.#missing ||= !response.ok;
        return response;
      } catch (error) {
        this.#missing = true;
        throw error;
      }
    };
    this.#unwatch = () => {
      window.fetch = plainFetch;
    };
  }

  #unwatch: () => void = () => undefined;
}

/** What is said of an action counts for more when its title says it, and less when only its topic does. */
export const ranking = {
  metaWeights: { title: 5, reference: 5, about: 3, lead: 2, topics: 1, words: 0.5 },
};
