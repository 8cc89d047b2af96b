import { address } from '../domain/address.ts';

/**
 * How many entries of a list are on one page. At 300 a page is some 30 KB on the line, and a phone
 * lays it out without a wait.
 */
export const entriesOnAPage = 300;

/** One page of a list, of which there is always a first. */
export interface ListPage {
  /** From 1. */
  number: number;
  url: string;
  /** The entries on it, as `slice` takes them. */
  start: number;
  end: number;
  /** How many entries the whole list has. */
  of: number;
  /** All pages of the list. */
  all: readonly Pick<ListPage, 'number' | 'url'>[];
}

/**
 * The pages of a list.
 *
 * @param url of the list, and of its first page
 * @param entries how many it has
 */
export function listPages(url: string, entries: number): ListPage[] {
  const count = Math.max(1, Math.ceil(entries / entriesOnAPage));
  const all = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    url: index === 0 ? url : address.pageOf(url, index + 1),
  }));
  return all.map((page, index) => ({
    ...page,
    start: index * entriesOnAPage,
    end: Math.min(entries, (index + 1) * entriesOnAPage),
    of: entries,
    all,
  }));
}

/** A part of a list, under a heading of its own. */
export interface ListPart<Entry> {
  /** Marks the heading: `late-doncaster`. */
  id: string;
  title: string;
  entries: readonly Entry[];
}

/** The parts of a list that are on one page, each with its entries there. */
export function partsOn<Part extends ListPart<unknown>>(
  parts: readonly Part[],
  { start, end }: Pick<ListPage, 'start' | 'end'>,
): Part[] {
  let before = 0;
  return parts.flatMap((part) => {
    const entries = part.entries.slice(Math.max(0, start - before), Math.max(0, end - before));
    before += part.entries.length;
    return entries.length === 0 ? [] : [{ ...part, entries }];
  });
}

/** Where in a list that has several pages a part of it begins. */
export interface PlaceInList {
  id: string;
  title: string;
  /** The page, without the mark of the heading. */
  url: string;
}

/** Where each part of a list begins, whichever of its pages that is on. */
export function placesOf(parts: readonly ListPart<unknown>[], page: ListPage): PlaceInList[] {
  let before = 0;
  return parts.map(({ id, title, entries }) => {
    const { url } = page.all[Math.floor(before / entriesOnAPage)] ?? page.all.at(-1)!;
    before += entries.length;
    return { id, title, url };
  });
}

/** The name of a list on each of its pages: “Overdue”, “Overdue, page 2”. */
export function titleOn(title: string, { number }: Pick<ListPage, 'number'>): string {
  return number === 1 ? title : `${title}, page ${number}`;
}

/**
 * Which part of a list is on a page: “Promises 301 to 600 of 4,000.” Empty where the page has all.
 *
 * @param what the entries are: `Promises`
 */
export function rangeOn(what: string, { start, end, of, all }: ListPage): string {
  return all.length === 1 ? '' : `${what} ${start + 1} to ${end} of ${of}.`;
}
