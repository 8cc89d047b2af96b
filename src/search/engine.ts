import type { ActionPages } from './action-pages.ts';
import { fetchFresh, takenAhead } from './index-ahead.ts';
import { openIndex, readJson, type FetchFile } from './index-engine.ts';
import { unpacked, type PackedVocabulary } from './packed-vocabulary.ts';
import type { PageSet } from './page-set.ts';
import { actionsFile, slipWordsFile, vocabularyFile } from './search-files.ts';
import { meantBy, wordsToMean, type SlipWords } from './slips.ts';
import type { Stretch } from './excerpt.ts';
import type { FilterName, SortName } from './search-state.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What searches an index. */
export interface Engine {
  /**
   * The pages with all the words, or with longer words that start so, the best first. Words that no
   * page has are passed over. Words in straight quotation marks are looked for as they are.
   */
  search(words: string): Promise<readonly Hit[]>;
  /** The same pages, in no particular order. For a word that most pages have, this is much faster. */
  pagesWith(words: string): Promise<PageSet>;
  /** Loads the parts of the index that a search for these words would need. */
  preload(words: string): Promise<void>;
  /**
   * Fetches the same parts ahead of a search that may follow. It ignores failures, because that search
   * will report them, and it does not change what is found.
   */
  fetchAhead(words: string): void;
  /** Every action, in an order. */
  inOrder(order: Order): Promise<readonly Hit[]>;
  /** For each value of a filter, the actions that have it. */
  filter(name: FilterName): Promise<ReadonlyMap<string, readonly Hit['id'][]>>;
}

/** How results can be sorted other than by how well they match. */
export type Order = Exclude<SortName, 'relevance'>;

/** How many results each choice of a filter has. */
export type Counts = Record<string, number>;

/** One result, before what it shows was fetched. */
export interface Hit {
  /** The number of the page in the index. */
  id: number;
  /** What the index calls it. */
  name: string;
  data(): Promise<HitData>;
}

/** What is shown of a result. */
export interface HitData {
  url: string;
  /** The part of the text that has most of what was looked for. */
  excerpt: Stretch[];
  /** Everything that the page says. */
  content: string;
  meta: Record<string, string>;
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
  /** Which pages of the index are those of actions. */
  actions(): Promise<ActionPages>;
}

/**
 * Fetches what every search needs: what there is in the index, and what the search knows beside it.
 *
 * @param folder the address of the index’s folder, ending in a slash
 * @throws IndexUnreachable from here or from a search, when any file of the index does not arrive
 */
export async function startSearch(folder: string, baseUrl: string): Promise<Search> {
  const fetchFile = filesFrom(folder);
  const json = async <T>(file: string): Promise<T> => readJson(await fetchFile(file));
  const [engine, vocabulary] = await Promise.all([
    openIndex(fetchFile, baseUrl),
    json<PackedVocabulary>(vocabularyFile),
  ]);
  const known = unpacked(vocabulary);
  let slipWords: Promise<SlipWords> | undefined;
  return {
    engine,
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

/** All files of an index but those in JSON have a new name whenever they change. */
function filesFrom(folder: string): FetchFile {
  const ask = async (path: string) =>
    path.endsWith('.json')
      ? ((await takenAhead(path)) ?? fetchFresh(folder + path))
      : fetch(folder + path);
  return async (path) => {
    try {
      const answer = await ask(path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    } catch (cause) {
      throw new IndexUnreachable(undefined, { cause });
    }
  };
}
