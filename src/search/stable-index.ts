import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { pageName, pagesTogether } from './page-names.ts';

/** The files of an index, by their paths within its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** What the index’s tables are made of: whole numbers, texts and lists, in CBOR (RFC 8949). */
type Table = number | string | Table[];

const signature = Buffer.from('pagefind_dcd');

/**
 * Pagefind 1.5.2 makes the values of a filter, the filters and the sorts in an order that changes
 * from run to run, and names files by their content. This puts all three in order, so that the same
 * pages always give the same files. It also gives pages names of which a search needs to know few.
 *
 * @throws if the files are not as version 1.5.2 makes them
 */
export function stableIndex(files: IndexFiles): IndexFiles {
  const stable = new Map<string, Uint8Array>();
  const newNames = new Map<string, string>();
  const entryFile = 'pagefind-entry.json';
  let entry = new TextDecoder().decode(files.get(entryFile));

  for (const [path, content] of endingIn('.pf_filter', files)) {
    const [filter, values] = readTable(path, content) as [string, [string, Table][]];
    const table = encode([filter, values.toSorted(byName)]);
    const oldName = path.slice('filter/'.length, -'.pf_filter'.length);
    const name = nameFor(table, oldName, 7);
    stable.set(`filter/${name}.pf_filter`, tableFile(table));
    newNames.set(oldName, name);
  }
  for (const [path, content] of endingIn('.pf_meta', files)) {
    const meta = readTable(path, content) as Table[];
    const [pagePlace, filterPlace, sortPlace] = [1, 3, 4];
    const pages = meta[pagePlace] as PageEntry[];
    const names = namesOf(pages);
    meta[pagePlace] = pages.map(([, words], page): PageEntry => [names[page]!, words]);
    for (const [page, [oldName]] of pages.entries()) newNames.set(oldName, names[page]!);
    meta[filterPlace] = (meta[filterPlace] as [string, string][])
      .map(([filter, name]): [string, string] => [filter, newNames.get(name)!])
      .sort(byName);
    meta[sortPlace] = (meta[sortPlace] as [string, Table][]).toSorted(byName);
    const table = encode(meta);
    const oldName = path.slice('pagefind.'.length, -'.pf_meta'.length);
    const name = nameFor(table, oldName, 10);
    stable.set(`pagefind.${name}.pf_meta`, tableFile(table));
    entry = entry.replaceAll(oldName, name);
  }
  for (const [path, content] of files) {
    if (path.endsWith('.pf_filter') || path.endsWith('.pf_meta')) continue;
    const [, oldName] = /^fragment\/(.*)\.pf_fragment$/.exec(path) ?? [];
    stable.set(oldName === undefined ? path : fragmentFile(newNames.get(oldName)!), content);
  }
  return stable.set(entryFile, new TextEncoder().encode(entry));
}

/** The file with what a page says. */
export function fragmentFile(name: string): string {
  return `fragment/${name}.pf_fragment`;
}

/** A page, and how many words it has. */
type PageEntry = [name: string, words: number];

/** The names of an index’s pages, by the numbers that it has for them. */
export function pageNames(files: IndexFiles): string[] {
  const [, pages] = endingIn('.pf_meta', files).flatMap(
    ([path, content]) => readTable(path, content) as Table[],
  );
  return (pages as PageEntry[]).map(([name]) => name);
}

/** A new name of each page. Its old one stands for what it says. */
function namesOf(pages: readonly PageEntry[]): string[] {
  const start = startOf(pages[0]?.[0] ?? '');
  return pages.map((_, page) => {
    const first = page - (page % pagesTogether);
    const together = pages.slice(first, first + pagesTogether).map(([name]) => name);
    return pageName(start, hashOf(together.join(' '), 7), page);
  });
}

const byName = ([a]: [string, Table], [b]: [string, Table]) => (a < b ? -1 : 1);

function endingIn(ending: string, files: IndexFiles): [string, Uint8Array][] {
  return [...files].filter(([path]) => path.endsWith(ending));
}

function readTable(path: string, content: Uint8Array): Table {
  const bytes = gunzipSync(content);
  const body = bytes.subarray(signature.length);
  const table = decode(body) as Table;
  // If the file does not come out the same when it is written back, its format is not the expected one.
  if (
    !bytes.subarray(0, signature.length).equals(signature) ||
    !Buffer.from(encode(table)).equals(body)
  ) {
    throw new Error(`${path} is not as this version of Pagefind makes it`);
  }
  return table;
}

function tableFile(table: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([signature, table]), { level: 9 });
}

/** The language of the old name and so much of a hash of the content. */
function nameFor(content: Uint8Array, oldName: string, length: number): string {
  return startOf(oldName) + hashOf(content, length);
}

/** `en_3df7729` → `en_` */
function startOf(name: string): string {
  return name.slice(0, name.indexOf('_') + 1);
}

function hashOf(content: Uint8Array | string, length: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}
