import type { Engine, Hit, HitData, Order } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import type { IndexContents, IndexOrders } from './index-contents.ts';
import { pageName, pagesTogether } from './page-names.ts';
import { PageSet } from './page-set.ts';
import { wordsIn } from './index-part.ts';
import { readTable, unpackedFile } from './index-table.ts';
import { termsOf, WordOnPage, type IndexWord, type Term } from './index-words.ts';
import { Matches } from './matches.ts';
import {
  rankedPages,
  ranking,
  sameAccents,
  weightedPlaces,
  type WeightedPlace,
  type Whole,
} from './ranking.ts';
import { contentsFile, ordersFile } from './search-files.ts';
import { placesInARow, scoreInARow } from './words-in-a-row.ts';

/** Hands over a file of the index, by its path within the index’s folder. */
export type FetchFile = (path: string) => Promise<Uint8Array>;

/** What a page’s own file says of it. */
interface PageFile {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/**
 * Searches an index that Pagefind made, without Pagefind’s program: that takes time by the square of
 * how many pages have a word, which on a phone was half a minute for 10,000, and is the most that a
 * phone fetches. What is found, and in which order, is the same.
 *
 * @param baseUrl the folder of the site that the index is of, ending in a slash
 * @throws what `fetchFile` throws
 */
export async function openIndex(fetchFile: FetchFile, baseUrl: string): Promise<Engine> {
  const contents = readJson<IndexContents>(await fetchFile(contentsFile));
  return new IndexEngine(fetchFile, baseUrl, contents);
}

class IndexEngine implements Engine {
  readonly #fetchFile: FetchFile;
  readonly #baseUrl: string;
  readonly #contents: IndexContents;
  /** What is in the names of pages that are named together. */
  readonly #names: string[];
  readonly #whole: Whole;
  readonly #files = new Map<string, Promise<Uint8Array>>();
  /** The parts whose words are known. */
  readonly #parts = new Map<string, Promise<void>>();
  readonly #words = new Map<string, IndexWord>();
  readonly #filters = new Map<string, Promise<Map<string, number[]>>>();
  readonly #pages = new Map<string, Promise<PageFile>>();
  #orders: Promise<IndexOrders> | undefined;
  /** What was found for words before, until more of the index is here. */
  readonly #found = new Map<string, Hit[]>();
  readonly #pagesFound = new Map<string, PageSet>();

  constructor(fetchFile: FetchFile, baseUrl: string, contents: IndexContents) {
    this.#fetchFile = fetchFile;
    this.#baseUrl = baseUrl;
    this.#contents = contents;
    const { names, lengths, facts } = contents;
    this.#names = names.split(' ');
    const weights = new Map<string, number>(Object.entries(ranking.metaWeights));
    this.#whole = {
      lengths,
      averageLength: lengths.reduce((sum, each) => sum + each, 0) / lengths.length,
      factWeights: facts.map((fact) => weights.get(fact) ?? 1),
    };
  }

  async search(words: string): Promise<Hit[]> {
    const terms = termsOf(words);
    if (terms.length === 0) return [];
    await this.#fetchParts(terms);
    const inARow = isInARow(words);
    // Two forms of a word are one in the index.
    const asked = inARow ? `"${terms.map(({ key }) => key).join(' ')}"` : words;
    const found = this.#found.get(asked) ?? (inARow ? this.#inARow(terms) : this.#ranked(terms));
    this.#found.set(asked, found);
    return found;
  }

  async pagesWith(words: string): Promise<PageSet> {
    const [term, ...others] = termsOf(words);
    if (term === undefined || others.length > 0) {
      return PageSet.of((await this.search(words)).map(({ id }) => id));
    }
    await this.#fetchParts([term]);
    const itself = this.#words.get(term.key);
    if (!isInARow(words)) return this.#pagesOf(`${term.key}…`, () => this.#wordsFor(term.key));
    return this.#pagesOf(term.key, () => (itself === undefined ? [] : [itself]));
  }

  /** The same words are asked for many times: for every form of a word, and with every letter that is typed. */
  #pagesOf(asked: string, words: () => IndexWord[]): PageSet {
    const known = this.#pagesFound.get(asked);
    if (known !== undefined) return known;
    const found = PageSet.of(
      ...words().flatMap(({ forms }) => forms.map(({ pages }) => pages.pages)),
    );
    this.#pagesFound.set(asked, found);
    return found;
  }

  async preload(words: string): Promise<void> {
    await this.#fetchParts(termsOf(words));
  }

  fetchAhead(words: string): void {
    for (const name of this.#partsFor(termsOf(words))) this.#fetchPart(name).catch(() => undefined);
  }

  async inOrder(order: Order): Promise<Hit[]> {
    this.#orders ??= this.#fetchFile(ordersFile).then(readJson<IndexOrders>);
    const pages = (await this.#orders)[order] ?? [];
    return pages.map((page) => this.#hit(page, () => []));
  }

  filter(name: string): Promise<Map<string, number[]>> {
    const fetching = this.#filters.get(name) ?? this.#fetchFilter(name);
    this.#filters.set(name, fetching);
    return fetching;
  }

  async #fetchFilter(name: string): Promise<Map<string, number[]>> {
    const file = this.#contents.filters[name];
    if (file === undefined) return new Map();
    const unpacked = await unpackedFile(await this.#fetchFile(`filter/${file}.pf_filter`));
    const [, values] = readTable(unpacked) as [string, [string, number[]][]];
    return new Map(values);
  }

  async #fetchParts(terms: readonly Term[]): Promise<void> {
    await Promise.all(this.#partsFor(terms).map((name) => this.#openPart(name)));
  }

  /** Where the index has no word between the ends of two parts, both may have longer words. */
  #partsFor(terms: readonly Term[]): string[] {
    const { parts } = this.#contents;
    const wanted = terms
      .flatMap(({ typed, key }) => [plainLetters(typed), key])
      .flatMap((word) => {
        const within = parts.filter(([from, to]) => from <= word && word <= to);
        if (within.length > 0) return within;
        return parts.filter(
          ([from, to]) =>
            word.slice(0, from.length) >= from.slice(0, word.length) &&
            word.slice(0, to.length) <= to.slice(0, word.length),
        );
      });
    return [...new Set(wanted.map(([, , name]) => name))];
  }

  #openPart(name: string): Promise<void> {
    const opening =
      this.#parts.get(name) ??
      this.#fetchPart(name).then(async (file) => {
        for (const word of wordsIn(await unpackedFile(file))) this.#words.set(word.key, word);
        this.#found.clear();
        this.#pagesFound.clear();
      });
    this.#parts.set(name, opening);
    return opening;
  }

  #fetchPart(name: string): Promise<Uint8Array> {
    const fetching = this.#files.get(name) ?? this.#fetchFile(`index/${name}.pf_index`);
    this.#files.set(name, fetching);
    return fetching;
  }

  /** The pages with all the words that the index has, the best first. */
  #ranked(terms: readonly Term[]): Hit[] {
    const matches = new Matches(this.#whole.lengths.length);
    for (const [term, { typed, key }] of terms.entries()) {
      for (const { key: itself, forms } of this.#wordsFor(key)) {
        const nearness = nearnessOf(Math.abs(itself.length - key.length) + 1);
        for (const { form, pages } of forms) {
          const accents = form.startsWith(typed) || typed.startsWith(form) ? sameAccents : 1;
          matches.add({ term, key: itself, nearness, accents, pages });
        }
      }
    }
    const all = terms.filter((_, term) => matches.having(term) > 0).length;
    // Pages with the same rank stay in the order of the index.
    const withAll = matches.pagesWith(all);
    return rankedPages(withAll, matches, terms.length, this.#whole).map((page) =>
      this.#hit(page, () => weightedPlaces(matches.on(page))),
    );
  }

  /** The words that start with one; where there are none, the longest that it starts with. */
  #wordsFor(key: string): IndexWord[] {
    const longer = [...this.#words.values()]
      .filter((word) => word.key.startsWith(key))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (longer.length > 0) return longer;
    for (let length = key.length - 1; length > 0; length--) {
      const shorter = this.#words.get(key.slice(0, length));
      if (shorter !== undefined) return [shorter];
    }
    return [];
  }

  /** The pages with these very words, one after another. */
  #inARow(terms: readonly Term[]): Hit[] {
    const [first, ...others] = terms.map(({ key }) => byPage(this.#words.get(key)));
    const found = [...first!].flatMap(([page, ofFirst]) => {
      const ofOthers = others.map((pages) => pages.get(page));
      if (!ofOthers.every((forms) => forms !== undefined)) return [];
      const words = [ofFirst, ...ofOthers];
      const score = scoreInARow(words, this.#whole.factWeights);
      return score === undefined ? [] : [{ page, score, words }];
    });
    return found
      .sort((a, b) => b.score - a.score || a.page - b.page)
      .map(({ page, words }) => this.#hit(page, () => placesInARow(words)));
  }

  /** @param places tells where in its text it has what was looked for */
  #hit(page: number, places: () => WeightedPlace[]): Hit {
    const together = this.#names[Math.floor(page / pagesTogether)]!;
    return new PageHit(page, pageName(this.#contents.start, together, page), this.#open, places);
  }

  readonly #open = async (name: string): Promise<PageFile> => {
    const fetching =
      this.#pages.get(name) ??
      this.#fetchFile(`fragment/${name}.pf_fragment`).then(async (file) =>
        readJson<PageFile>(await unpackedFile(file)),
      );
    this.#pages.set(name, fetching);
    const page = await fetching;
    return { ...page, url: `${this.#baseUrl}${page.url.replace(/^\//, '')}` };
  };
}

/** There may be thousands, of which ten are shown. */
class PageHit implements Hit {
  readonly id: number;
  readonly name: string;
  readonly #open: (name: string) => Promise<PageFile>;
  readonly #places: () => WeightedPlace[];

  constructor(
    id: number,
    name: string,
    open: (name: string) => Promise<PageFile>,
    places: () => WeightedPlace[],
  ) {
    this.id = id;
    this.name = name;
    this.#open = open;
    this.#places = places;
  }

  async data(): Promise<HitData> {
    const { url, content, meta } = await this.#open(this.name);
    return { url, content, meta, excerpt: excerptOf(content, this.#places()) };
  }
}

/** @throws if it is not JSON */
export function readJson<T>(file: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(file)) as T;
}

function isInARow(words: string): boolean {
  return /^\s*".+"\s*$/.test(words);
}

function plainLetters(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** @param apart how many letters a word is longer than the other, and one */
function nearnessOf(apart: number): number {
  return Math.exp(Math.exp(-(apart ** 2) / 8)) / Math.E;
}

/** On each page that has a word, the forms of it that it has. */
function byPage(word: IndexWord | undefined): Map<number, WordOnPage[]> {
  const byPage = new Map<number, WordOnPage[]>();
  for (const { pages } of word?.forms ?? []) {
    for (const [place, page] of pages.pages.entries()) {
      const form = new WordOnPage(pages, place);
      const others = byPage.get(page);
      if (others === undefined) byPage.set(page, [form]);
      else others.push(form);
    }
  }
  return byPage;
}
