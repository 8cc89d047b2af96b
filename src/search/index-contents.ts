import type { Order } from './engine.ts';
import { gunzipSync } from 'node:zlib';
import { readTable, withoutSignature } from './index-table.ts';
import { pagesTogether } from './page-names.ts';
import type { IndexFiles } from './stable-index.ts';

/**
 * What there is in an index, as a phone fetches it before any search: a file of our own, because its
 * name never changes, so that it can be asked for at once, and because Pagefind’s is twice as large.
 */
export interface IndexContents {
  /** What the names of all pages start with. */
  start: string;
  /** What the names of pages have next, each for as many as are named together, with spaces between. */
  names: string;
  /** How many words each page has, by the numbers that parts and filters have for pages. */
  lengths: number[];
  /** The parts that words are in, by the alphabet: the first word, the last, and the name of the part. */
  parts: [from: string, to: string, name: string][];
  /** The name of the file of each filter. */
  filters: Record<string, string>;
  /** What a page’s facts are called, by their numbers. */
  facts: string[];
}

/** In each order, the numbers of all actions. */
export type IndexOrders = Partial<Record<Order, number[]>>;

type MetaTable = [
  version: string,
  pages: [name: string, words: number][],
  parts: [from: string, to: string, name: string][],
  filters: [filter: string, name: string][],
  orders: [order: string, pages: number[]][],
  facts: string[],
];

/** @param files whose pages have the names that a search here knows */
export function contentsOf(files: IndexFiles): { contents: IndexContents; orders: IndexOrders } {
  const [, meta] = [...files].find(([path]) => path.endsWith('.pf_meta'))!;
  const [, pages, parts, filters, orders, facts] = readTable(
    withoutSignature(gunzipSync(meta)),
  ) as MetaTable;
  const [, start = ''] = /^([a-z]+_)/.exec(pages[0]?.[0] ?? '') ?? [];
  const named = pages.filter((_, page) => page % pagesTogether === 0).map(([name]) => name);
  return {
    contents: {
      start,
      names: named.map((name) => name.slice(start.length, name.lastIndexOf('_'))).join(' '),
      lengths: pages.map(([, words]) => words),
      parts,
      filters: Object.fromEntries(filters),
      facts,
    },
    orders: Object.fromEntries(orders),
  };
}
