import { indexKey } from './index-key.ts';

/** What the index has of one word. */
export interface IndexWord {
  key: string;
  /** The word as it is, and with accents: each with its pages. */
  forms: { form: string; pages: WordPages }[];
}

/**
 * The pages that have a word, in order, and where on each it is. All is in three rows of numbers: of
 * thousands of pages, objects for each take a phone long to make and to clear away.
 */
export class WordPages {
  /** Their numbers. */
  readonly pages: Int32Array;
  /** Where in `numbers` the places in each page’s text start, and then those in its facts. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;

  constructor(pages: Int32Array, starts: Int32Array, numbers: Int32Array) {
    this.pages = pages;
    this.starts = starts;
    this.numbers = numbers;
  }
}

/** Where on a page a word is, and how much it counts there: 24 for a plain word. */
export interface Spot {
  at: number;
  weight: number;
}

/** What a word counts at the places before which no weight is told. */
const firstWeight = 25;

/**
 * A word on one page. Among its places, a number below nought tells the weight of those that follow,
 * or the fact that they are in, and they are counted afresh.
 */
export class WordOnPage {
  readonly #word: WordPages;
  readonly #place: number;

  /** @param place which of the word’s pages it is */
  constructor(word: WordPages, place: number) {
    this.#word = word;
    this.#place = place;
  }

  spots(): Spot[] {
    const spots: Spot[] = [];
    this.#eachInText((at, weight) => spots.push({ at, weight }));
    return spots;
  }

  /** How many words of the text are before each place. */
  places(): number[] {
    const places: number[] = [];
    this.#eachInText((at) => places.push(at));
    return places;
  }

  /** How much it counts in the text, all its places together. */
  weight(): number {
    let sum = 0;
    this.#eachInText((_, weight) => (sum += weight));
    return sum;
  }

  #eachInText(use: (at: number, weight: number) => void): void {
    const { starts, numbers } = this.#word;
    const end = starts[2 * this.#place + 1]!;
    let weight = firstWeight;
    let at = 0;
    for (let index = starts[2 * this.#place]!; index < end; index++) {
      const number = numbers[index]!;
      if (number < 0) {
        weight = Math.min(255, -number - 1);
        at = 0;
      } else {
        use((at += number), weight);
      }
    }
  }

  /** Which of the page’s facts have it, by their numbers. */
  facts(): number[] {
    const { starts, numbers } = this.#word;
    const end = starts[2 * this.#place + 2]!;
    const facts: number[] = [];
    for (let index = starts[2 * this.#place + 1]!; index < end; index++) {
      if (numbers[index]! < 0) facts.push(-numbers[index]! - 1);
    }
    return facts;
  }

  /** Its places in one of the page’s facts. */
  placesIn(wanted: number): number[] {
    const { starts, numbers } = this.#word;
    const end = starts[2 * this.#place + 2]!;
    const places: number[] = [];
    let fact = 0;
    let at = 0;
    for (let index = starts[2 * this.#place + 1]!; index < end; index++) {
      const number = numbers[index]!;
      if (number < 0) {
        fact = -number - 1;
        at = 0;
      } else {
        at += number;
        if (fact === wanted) places.push(at);
      }
    }
    return places;
  }
}

/** One word of a query. */
export interface Term {
  /** With the accents that it was typed with. */
  typed: string;
  key: string;
}

/** Makes of what is typed the words to look for, as Pagefind makes words of a page. */
export function termsOf(typed: string): Term[] {
  const words = typed
    .replaceAll(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, '')
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.map((word) => ({
    typed: word,
    key: indexKey(word.normalize('NFD').replaceAll(/\p{M}/gu, '')),
  }));
}
