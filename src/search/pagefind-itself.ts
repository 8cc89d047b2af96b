import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ranking } from './ranking.ts';
import type { IndexFiles } from './stable-index.ts';

/** As much of Pagefind’s own program as we compare ours with. */
export interface Pagefind {
  search(words: string): Promise<{ results: PagefindHit[] }>;
  preload(words: string): Promise<void>;
}

export interface PagefindHit {
  id: string;
  score: number;
  data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

/**
 * Searches an index with Pagefind’s own program, outside a browser.
 *
 * @param use is handed the program, which works until what it hands back is done
 * @param ranked whether as this site ranks, or as Pagefind does by itself
 */
export async function withPagefind<T>(
  files: IndexFiles,
  use: (pagefind: Pagefind) => Promise<T>,
  ranked = true,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  const plainFetch = globalThis.fetch;
  try {
    for (const [path, content] of files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    // Node fetches no files, and takes a script for a module by its ending.
    const script = join(folder, 'pagefind.mjs');
    writeFileSync(script, files.get('pagefind.js')!);
    globalThis.fetch = async (address) =>
      new Response(readFileSync(fileURLToPath(String(address).replace(/\?.*$/, ''))));
    const base = pathToFileURL(`${folder}/`).href;
    const module = (await import(pathToFileURL(script).href)) as {
      createInstance(options: object): Pagefind & { init(): Promise<void> };
    };
    const pagefind = module.createInstance({
      basePath: base,
      noWorker: true,
      baseUrl: '/',
      ...(ranked ? { ranking } : {}),
    });
    await pagefind.init();
    return await use(pagefind);
  } finally {
    globalThis.fetch = plainFetch;
    rmSync(folder, { recursive: true });
  }
}
