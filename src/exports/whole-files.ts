import { address } from '../domain/address.ts';
import type { Register } from '../register/register.ts';
import { jsonOf } from './actions-json.ts';
import { actionsTable } from './actions-table.ts';
import { allCalendarParts } from './calendar.ts';
import { changesFeed } from './change-feeds.ts';
import { csvMetadata } from './csv-metadata.ts';
import { csvLines } from './csv.ts';
import { sizesFromBuild } from './sizes-from-build.ts';
import { xlsxParts } from './xlsx.ts';

/** What is in a file. A large one comes in pieces, since no text in memory can be longer than 512 MB. */
export type Content = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

type Maker = (register: Register, site: URL) => Content | Promise<Content>;

/** The files that hold everything, by their address. */
export const wholeFiles = {
  [address.actionsXlsx]: (register, site) => xlsxParts(actionsTable(register, site)),
  [address.actionsCsv]: (register, site) => csvLines(actionsTable(register, site)),
  [address.actionsCsvMetadata]: csvMetadata,
  [address.actionsData]: ({ actions }, site) => jsonOf(actions, site),
  [address.calendar]: allCalendarParts,
  [address.changesFeed]: changesFeed,
} as const satisfies Record<string, Maker>;

export type WholeFile = keyof typeof wholeFiles;

/** How many bytes each of them has. */
export type WholeSizes = Readonly<Record<WholeFile, number>>;

/**
 * How large the files are that hold everything. A build writes them beside the pages and has their
 * sizes from there; else they are made to be measured, once for each register.
 *
 * @param site where the site is published, with any sub-path; the same for all that ask
 */
export function wholeSizes(register: Register, site: URL): Promise<WholeSizes> {
  const sizes = sizesFromBuild() ?? measured.get(register) ?? measure(register, site);
  measured.set(register, sizes);
  return sizes;
}

const measured = new WeakMap<Register, Promise<WholeSizes>>();

async function measure(register: Register, site: URL): Promise<WholeSizes> {
  const sizes: [string, number][] = [];
  for (const [path, make] of Object.entries<Maker>(wholeFiles)) {
    let size = 0;
    const pieces = piecesOf(await make(register, site));
    for await (const piece of pieces) size += Buffer.byteLength(piece);
    sizes.push([path, size]);
  }
  return Object.fromEntries(sizes) as WholeSizes;
}

/** Any content as pieces, one after the other. */
export function piecesOf(
  content: Content,
): Iterable<string | Uint8Array> | AsyncIterable<Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}
