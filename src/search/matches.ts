import { WordOnPage, type WordPages } from './index-words.ts';

/** A word of the index that matches a word of a query. */
export interface MatchingWord {
  /** Which word of the query. */
  term: number;
  key: string;
  /** How near it is to the word of the query, up to 1: a longer word with the same start is less near. */
  nearness: number;
  /** How much it counts that its accents are those that were typed. */
  accents: number;
  pages: WordPages;
}

/** The same on one page. */
export interface Match {
  word: MatchingWord;
  on: WordOnPage;
}

/**
 * Which words match on each page. The matches of a page are a linked list, in the order in which they
 * were added. Objects are only made for those that are asked for, because a word may be on thousands of
 * pages.
 */
export class Matches {
  readonly #words: MatchingWord[] = [];
  /** Of each match, which word it is, which page of that word, and the next match on the page. */
  readonly #wordOf: number[] = [];
  readonly #placeOf: number[] = [];
  readonly #next: number[] = [];
  /** Of each page its first match and its last, or -1. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  /** On how many pages each word of the query is. */
  readonly #having: number[] = [];
  /** Of each page, how many words of the query it has. */
  readonly #had: Uint16Array;

  /** @param pages how many pages the index has */
  constructor(pages: number) {
    this.#first = new Int32Array(pages).fill(-1);
    this.#last = new Int32Array(pages).fill(-1);
    this.#had = new Uint16Array(pages);
  }

  /** Words come by their place in the query. */
  add(word: MatchingWord): void {
    const { term } = word;
    const { pages } = word.pages;
    this.#words.push(word);
    this.#having[term] ??= 0;
    for (let place = 0; place < pages.length; place++) {
      const page = pages[place]!;
      const match = this.#wordOf.length;
      const before = this.#last[page]!;
      if (before === -1) this.#first[page] = match;
      else this.#next[before] = match;
      if (before === -1 || this.#words[this.#wordOf[before]!]!.term !== term) {
        this.#had[page]!++;
        this.#having[term]++;
      }
      this.#last[page] = match;
      this.#wordOf.push(this.#words.length - 1);
      this.#placeOf.push(place);
      this.#next.push(-1);
    }
  }

  /** On how many pages a word of the query is. */
  having(term: number): number {
    return this.#having[term] ?? 0;
  }

  /** The pages with so many words of the query, in order. */
  pagesWith(terms: number): number[] {
    const pages: number[] = [];
    for (let page = 0; page < this.#had.length; page++) {
      if (terms > 0 && this.#had[page] === terms) pages.push(page);
    }
    return pages;
  }

  on(page: number): Match[] {
    const matches: Match[] = [];
    for (let match = this.#first[page]!; match !== -1; match = this.#next[match]!) {
      const word = this.#words[this.#wordOf[match]!]!;
      matches.push({ word, on: new WordOnPage(word.pages, this.#placeOf[match]!) });
    }
    return matches;
  }
}
