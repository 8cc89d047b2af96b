import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type NewIndexResponse } from 'pagefind';
import { stableIndex, type IndexFiles } from './stable-index.ts';

/** What was indexed. */
export interface Indexed {
  pages: number;
}

/** Why the site has no sound search index: the message is all that a reader of it needs. */
export class SearchIndexFault extends Error {
  override name = 'SearchIndexFault';
}

/** The folder of the index within the site; pages are fetched from it by the search page alone. */
export const indexFolder = 'pagefind';

/**
 * Makes the search index of a finished site and holds it against the pages themselves: each page
 * that asks to be found (by `data-pagefind-body`) must be in it, and nothing else may be.
 *
 * @param site the folder of the finished site
 * @param mustBeFound addresses of pages that have to ask to be found: `/actions/don-2-1-2/`
 * @throws SearchIndexFault if the index is not whole
 */
export async function indexSite(site: string, mustBeFound: readonly string[]): Promise<Indexed> {
  const asking = await pagesThatAskToBeFound(site);
  if (asking.length === 0) {
    throw new SearchIndexFault(
      'No page asks to be found by search. Put data-pagefind-body on the main part of each page that should be.',
    );
  }
  const silent = mustBeFound.filter((address) => !asking.includes(address));
  if (silent.length > 0) {
    throw new SearchIndexFault(
      `Search would not find ${listOf(silent)}. Put data-pagefind-body on the main part of the page.`,
    );
  }
  const files = await makeIndex(site, asking.length);
  const entry = readEntry(files);
  if (entry.pages !== asking.length) {
    const indexed = indexedAddresses(files);
    const missing = asking.filter((address) => !indexed.includes(address));
    const extra = indexed.filter((address) => !asking.includes(address));
    throw new SearchIndexFault(
      `The search index holds ${entry.pages} pages, and ${asking.length} ask to be found.` +
        (missing.length > 0 ? ` It lacks ${listOf(missing)}.` : '') +
        (extra.length > 0 ? ` It should not hold ${listOf(extra)}.` : ''),
    );
  }
  const output = join(site, indexFolder);
  await rm(output, { recursive: true, force: true });
  for (const [path, content] of stableIndex(withoutUnused(files, entry.modules))) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), content);
  }
  return { pages: entry.pages };
}

/**
 * The files of the index, by their paths. Taken from Pagefind’s memory, because what it writes
 * itself is not always on the disk yet when it says so.
 */
async function makeIndex(site: string, pages: number): Promise<IndexFiles> {
  try {
    const { index, errors } = await createIndexInParts(pages);
    throwErrors(errors);
    throwErrors((await index!.addDirectory({ path: site })).errors);
    const made = await index!.getFiles();
    throwErrors(made.errors);
    return new Map(made.files.map(({ path, content }) => [path.replaceAll('\\', '/'), content]));
  } finally {
    await close();
  }
}

/**
 * A search fetches the parts of the index that hold its words. Pagefind makes them for large sites;
 * smaller parts for fewer pages make the first result of a small site come sooner.
 */
function createIndexInParts(pages: number): Promise<NewIndexResponse> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(
    Math.min(20_000, Math.round(120 * Math.sqrt(pages))),
  );
  // Pagefind starts its own process, with the environment of this moment, before it first waits.
  const creating = createIndex({ forceLanguage: 'en' });
  delete process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE;
  return creating;
}

function throwErrors(errors: readonly string[]): void {
  if (errors.length === 0) return;
  throw new SearchIndexFault(`The search index could not be made: ${errors.join('; ')}`);
}

/** The addresses of the pages that carry `data-pagefind-body`, as the built files have it. */
async function pagesThatAskToBeFound(site: string): Promise<string[]> {
  const asking: string[] = [];
  for (const file of await readdir(site, { recursive: true })) {
    if (!file.endsWith('.html')) continue;
    // One by one: a large site has more pages than a process may have files open.
    const html = await readFile(join(site, file), 'utf8');
    if (/<[a-z][^>]*\sdata-pagefind-body[\s=>]/i.test(html)) asking.push(addressOf(file));
  }
  return asking;
}

function addressOf(file: string): string {
  return `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
}

/** What the index says of itself: how many pages it holds, and the names of the modules it is searched with. */
function readEntry(files: IndexFiles): { pages: number; modules: string[] } {
  const entry = JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json'))) as {
    languages: Record<string, { page_count: number; wasm: string | null }>;
  };
  const languages = Object.values(entry.languages);
  return {
    pages: languages.reduce((sum, language) => sum + language.page_count, 0),
    modules: languages.map(({ wasm }) => wasm ?? 'unknown'),
  };
}

function indexedAddresses(files: IndexFiles): string[] {
  return [...files]
    .filter(([path]) => path.startsWith('fragment/'))
    .map(([, content]) => {
      const text = gunzipSync(content).toString('utf8');
      return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
    });
}

/** Pagefind also makes interfaces of its own, and modules for languages that are not spoken here. */
function withoutUnused(files: IndexFiles, modules: readonly string[]): IndexFiles {
  const used = new Set([
    'pagefind.js',
    'pagefind-entry.json',
    ...modules.map((module) => `wasm.${module}.pagefind`),
  ]);
  const kept = [...files].filter(
    ([path]) => path.includes('/') || path.endsWith('.pf_meta') || used.has(path),
  );
  return new Map(kept);
}

/** The first few of a list, and how many more there are. */
function listOf(addresses: readonly string[]): string {
  const named = addresses.slice(0, 5).join(', ');
  return addresses.length > 5 ? `${named} and ${addresses.length - 5} more` : named;
}
