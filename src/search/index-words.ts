import { indexKey } from './index-key.ts';

/**
 * What a part of the index has of one word: on which pages it is and where. Pages and places are
 * counted from the one before.
 */
export type WordTable = [key: string, pages: PageTable[], otherForms?: [string, PageTable[]][]];
export type PageTable = [pagesOn: number, places: number[], inFacts?: number[]];

/** One word of a query. */
export interface Term {
  /** With the accents that it was typed with. */
  typed: string;
  key: string;
}

/** A word of the index on one page, for a word of a query. */
export interface Match {
  /** Which word of the query. */
  term: number;
  key: string;
  /** How near it is to the word of the query, up to 1: a longer word with the same start is less near. */
  nearness: number;
  table: PageTable;
  /** How much it counts that its accents are those that were typed. */
  accents: number;
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

/** Where on a page a word is, and how much it counts there: 24 for a plain word. */
export interface Spot {
  at: number;
  weight: number;
}

/** A number below nought tells the weight of those that follow, which are counted afresh. */
export function spotsOf([, places]: PageTable): Spot[] {
  const spots: Spot[] = [];
  let weight = 25;
  let at = 0;
  for (const number of places) {
    if (number < 0) {
      weight = Math.min(255, -number - 1);
      at = 0;
    } else {
      at += number;
      spots.push({ at, weight });
    }
  }
  return spots;
}

/** Which of a page’s facts have a word, by their numbers. */
export function factsWith([, , inFacts = []]: PageTable): number[] {
  return inFacts.filter((number) => number < 0).map((number) => -number - 1);
}

/** The places of a word in one of a page’s facts. */
export function placesInFact([, , inFacts = []]: PageTable, wanted: number): number[] {
  const places: number[] = [];
  let fact = 0;
  let at = 0;
  for (const number of inFacts) {
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
