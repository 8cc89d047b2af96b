import type { Order } from './engine.ts';
import { gunzipSync } from 'node:zlib';
import { readTable, withoutSignature } from './index-table.ts';
import type { IndexFiles } from './stable-index.ts';

/**
 * What there is in an index, as a phone fetches it before any search: a file of our own, because its
 * name never changes, so that it can be asked for at once, and because Pagefind’s is twice as large.
 */
export interface IndexContents {
  /** What the names of all pages start with. */
  start: string;
  /** The rest of their names, by the numbers that parts and filters have for them, with spaces between. */
  pages: string;
  /** How many words each page has. */
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

/** @param files as Pagefind makes them */
export function contentsOf(files: IndexFiles): { contents: IndexContents; orders: IndexOrders } {
  const [, meta] = [...files].find(([path]) => path.endsWith('.pf_meta'))!;
  const [, pages, parts, filters, orders, facts] = readTable(
    withoutSignature(gunzipSync(meta)),
  ) as MetaTable;
  const start = /^\w+_/.exec(pages[0]?.[0] ?? '')?.[0] ?? '';
  return {
    contents: {
      start,
      pages: pages.map(([name]) => name.slice(start.length)).join(' '),
      lengths: pages.map(([, words]) => words),
      parts,
      filters: Object.fromEntries(filters),
      facts,
    },
    orders: Object.fromEntries(orders),
  };
}
