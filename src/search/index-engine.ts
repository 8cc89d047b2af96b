import type { Engine, Hit, HitData, Order } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import type { IndexContents, IndexOrders } from './index-contents.ts';
import { readTable, unpackedFile } from './index-table.ts';
import { termsOf, type Match, type PageTable, type Term, type WordTable } from './index-words.ts';
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
  /** The names of the pages, by their numbers. */
  readonly #names: string[];
  readonly #whole: Whole;
  readonly #files = new Map<string, Promise<Uint8Array>>();
  /** The parts whose words are known. */
  readonly #parts = new Map<string, Promise<void>>();
  readonly #words = new Map<string, WordTable>();
  readonly #filters = new Map<string, Promise<Map<string, Hit['id'][]>>>();
  readonly #pages = new Map<string, Promise<PageFile>>();
  #orders: Promise<IndexOrders> | undefined;
  /** What was found for words before, until more of the index is here. */
  readonly #found = new Map<string, Hit[]>();

  constructor(fetchFile: FetchFile, baseUrl: string, contents: IndexContents) {
    this.#fetchFile = fetchFile;
    this.#baseUrl = baseUrl;
    this.#contents = contents;
    const { start, pages, lengths, facts } = contents;
    this.#names = pages.split(' ').map((name) => start + name);
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

  async pagesWith(words: string): Promise<ReadonlySet<string>> {
    const [term, ...others] = termsOf(words);
    if (term === undefined || others.length > 0) {
      return new Set((await this.search(words)).map(({ id }) => id));
    }
    await this.#fetchParts([term]);
    const itself = this.#words.get(term.key);
    const wanted = isInARow(words)
      ? itself === undefined
        ? []
        : [itself]
      : this.#wordsFor(term.key);
    const ids = new Set<string>();
    for (const [, on, otherForms = []] of wanted) {
      for (const tables of [on, ...otherForms.map(([, others]) => others)]) {
        let page = 0;
        for (const [pagesOn] of tables) ids.add(this.#names[(page += pagesOn)]!);
      }
    }
    return ids;
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

  filter(name: string): Promise<Map<string, Hit['id'][]>> {
    const fetching = this.#filters.get(name) ?? this.#fetchFilter(name);
    this.#filters.set(name, fetching);
    return fetching;
  }

  async #fetchFilter(name: string): Promise<Map<string, Hit['id'][]>> {
    const file = this.#contents.filters[name];
    if (file === undefined) return new Map();
    const [, values] = readTable(await this.#fetchFile(`filter/${file}.pf_filter`)) as [
      string,
      [string, number[]][],
    ];
    return new Map(
      values.map(([value, pages]) => [value, pages.map((page) => this.#names[page]!)]),
    );
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
      this.#fetchPart(name).then((file) => {
        const [words] = readTable(file) as unknown as [WordTable[]];
        for (const word of words) this.#words.set(word[0], word);
        this.#found.clear();
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
    const matches = new Map<number, Match[]>();
    const termsOn = new Map<number, number>();
    const having = terms.map((term, place) => {
      const pages = new Set<number>();
      for (const match of this.#matchesOf(term, place)) {
        pages.add(match.page);
        const others = matches.get(match.page);
        if (others === undefined) matches.set(match.page, [match]);
        else others.push(match);
      }
      for (const page of pages) termsOn.set(page, (termsOn.get(page) ?? 0) + 1);
      return pages.size;
    });
    const all = having.filter((count) => count > 0).length;
    const withAll = [...matches].filter(([page]) => termsOn.get(page) === all);
    // Of pages that rank alike, the order is that of the index.
    withAll.sort(([a], [b]) => a - b);
    return rankedPages(withAll, having, this.#whole).map((found) =>
      this.#hit(found.page, () => weightedPlaces(found.matches)),
    );
  }

  *#matchesOf({ typed, key }: Term, term: number): Generator<Match & { page: number }> {
    for (const word of this.#wordsFor(key)) {
      const [itself, pages, otherForms = []] = word;
      const nearness = nearnessOf(Math.abs(itself.length - key.length) + 1);
      for (const [form, on] of [[itself, pages] as const, ...otherForms]) {
        const accents = form.startsWith(typed) || typed.startsWith(form) ? sameAccents : 1;
        let page = 0;
        for (const table of on) {
          page += table[0];
          yield { page, term, key: itself, nearness, table, accents };
        }
      }
    }
  }

  /** The words that start with one; where there are none, the longest that it starts with. */
  #wordsFor(key: string): WordTable[] {
    const longer = [...this.#words.values()]
      .filter(([word]) => word.startsWith(key))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (longer.length > 0) return longer;
    for (let length = key.length - 1; length > 0; length--) {
      const shorter = this.#words.get(key.slice(0, length));
      if (shorter !== undefined) return [shorter];
    }
    return [];
  }

  /** The pages with these very words, one after another. */
  #inARow(terms: readonly Term[]): Hit[] {
    const [first, ...others] = terms.map(({ key }) => tablesByPage(this.#words.get(key)));
    const found = [...first!].flatMap(([page, ofFirst]) => {
      const ofOthers = others.map((pages) => pages.get(page));
      if (!ofOthers.every((table) => table !== undefined)) return [];
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
    const id = this.#names[page]!;
    return { id, data: () => this.#dataOf(id, places) };
  }

  async #dataOf(id: string, places: () => WeightedPlace[]): Promise<HitData> {
    const fetching =
      this.#pages.get(id) ??
      this.#fetchFile(`fragment/${id}.pf_fragment`).then((file) =>
        readJson<PageFile>(unpackedFile(file)),
      );
    this.#pages.set(id, fetching);
    const { url, content, meta } = await fetching;
    return {
      url: `${this.#baseUrl}${url.replace(/^\//, '')}`,
      content,
      meta,
      excerpt: excerptOf(content, places()),
    };
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

function tablesByPage(word: WordTable | undefined): Map<number, PageTable[]> {
  const [, pages = [], otherForms = []] = word ?? [];
  const byPage = new Map<number, PageTable[]>();
  for (const on of [pages, ...otherForms.map(([, others]) => others)]) {
    let page = 0;
    for (const table of on) {
      page += table[0];
      const others = byPage.get(page);
      if (others === undefined) byPage.set(page, [table]);
      else others.push(table);
    }
  }
  return byPage;
}
