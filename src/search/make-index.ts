import { gunzipSync } from 'node:zlib';
import { close, createIndex, type NewIndexResponse, type PagefindIndex } from 'pagefind';
import type { IndexRecord } from './index-records.ts';
import { fragmentFile, pageNames, stableIndex, type IndexFiles } from './stable-index.ts';

/** Why the site has no sound search index: the message is all that a reader of it needs. */
export class SearchIndexFault extends Error {
  override name = 'SearchIndexFault';
}

/** An index, and where each page is in it. */
export interface MadeIndex {
  files: IndexFiles;
  /** The addresses of pages, by the numbers that the index has for them. */
  urls: string[];
}

/**
 * An index that records are added to. Pagefind makes it in a process of its own, so that pages can
 * be made meanwhile.
 */
export class IndexInMaking {
  readonly #index: PagefindIndex;
  readonly #urls: string[] = [];

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** @throws SearchIndexFault if Pagefind cannot take them in */
  static async start(records: readonly IndexRecord[]): Promise<IndexInMaking> {
    const { index, errors } = await createIndexInParts(records.length);
    throwErrors(errors);
    const making = new IndexInMaking(index!);
    await making.add(records);
    return making;
  }

  async add(records: readonly IndexRecord[]): Promise<void> {
    for (const { url } of records) this.#urls.push(url);
    await addAll(this.#index, records);
  }

  /** @throws SearchIndexFault if the index does not hold each record once */
  async finish(): Promise<MadeIndex> {
    const made = await this.#index.getFiles();
    await close();
    throwErrors(made.errors);
    // Taken from memory: what Pagefind writes itself is not always on the disk when it says so.
    const all = new Map(
      made.files.map(({ path, content }) => [path.replaceAll('\\', '/'), content] as const),
    );
    const urls = pageNames(all).map((name) => urlIn(all.get(fragmentFile(name))!));
    const held = new Set(urls);
    const missing = this.#urls.filter((url) => !held.has(url));
    if (missing.length > 0 || held.size !== this.#urls.length) {
      throw new SearchIndexFault(
        `The search index holds ${held.size} pages of ${this.#urls.length}.` +
          (missing.length > 0 ? ` It lacks ${firstFew(missing)}.` : ''),
      );
    }
    return { files: stableIndex(withoutUnused(all)), urls };
  }
}

/** The whole index of some records. */
export async function makeIndex(records: readonly IndexRecord[]): Promise<MadeIndex> {
  return (await IndexInMaking.start(records)).finish();
}

/**
 * How many are handed over at a time. More would only wait in memory, and other work in the same thread
 * gets its turn in between.
 */
const atOnce = 400;

async function addAll(index: PagefindIndex, records: readonly IndexRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += atOnce) {
    const added = await Promise.all(
      records
        .slice(start, start + atOnce)
        .map(({ url, html }) => index.addHTMLFile({ url, content: html })),
    );
    throwErrors(added.flatMap(({ errors }) => errors));
  }
}

/**
 * A search fetches the parts of the index that hold its words. Pagefind makes them for large sites;
 * smaller parts for fewer pages make the first result of a small site come sooner.
 */
function createIndexInParts(pages: number): Promise<NewIndexResponse> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(
    Math.min(20_000, Math.round(22 * Math.sqrt(pages))),
  );
  // Pagefind takes fresh memory to pack each page. Its allocator, jemalloc, gives it back after some
  // seconds and asks the system to clear it once more, which takes up to half of all the time, unless
  // it is told to keep it. Huge pages are cleared at once.
  process.env._RJEM_MALLOC_CONF =
    'thp:always,narenas:1,oversize_threshold:0,dirty_decay_ms:-1,muzzy_decay_ms:-1';
  // Pagefind starts its own process, with the environment of this moment, before it first waits.
  const creating = createIndex({ forceLanguage: 'en' });
  delete process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE;
  delete process.env._RJEM_MALLOC_CONF;
  return creating;
}

function throwErrors(errors: readonly string[]): void {
  if (errors.length === 0) return;
  throw new SearchIndexFault(`The search index could not be made: ${errors.join('; ')}`);
}

/** The address of a page, as its file has it. */
function urlIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8');
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
  return url;
}

/**
 * Pagefind also makes interfaces of its own, and modules for languages that are not spoken here. Its
 * script and its program are for pages that search several sites as one; ours needs neither.
 */
function withoutUnused(files: IndexFiles): IndexFiles {
  const entry = JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json'))) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const used = new Set([
    'pagefind.js',
    'pagefind-entry.json',
    ...Object.values(entry.languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`),
  ]);
  const kept = [...files].filter(
    ([path]) => path.includes('/') || path.endsWith('.pf_meta') || used.has(path),
  );
  return new Map(kept);
}

/** The first few of a list, and how many more there are. */
export function firstFew(addresses: readonly string[]): string {
  const named = addresses.slice(0, 5).join(', ');
  return addresses.length > 5 ? `${named} and ${addresses.length - 5} more` : named;
}
