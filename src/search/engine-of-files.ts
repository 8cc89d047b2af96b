import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Register } from '../register/register.ts';
import { ranking, type Engine, type Finder, type PagefindModule } from './engine.ts';
import { meantBy, wordsToMean } from './slips.ts';
import type { IndexFiles } from './stable-index.ts';
import { slipWordsOf, vocabularyOf } from './vocabulary.ts';

/** What it takes to search the index of a register. */
export function finderIn(engine: Engine, register: Register): Finder {
  const vocabulary = vocabularyOf(register);
  const { often, real } = slipWordsOf(register);
  const words = wordsToMean(vocabulary, often);
  return {
    engine,
    vocabulary,
    meantBy: (typed) => Promise.resolve(real.includes(typed) ? undefined : meantBy(typed, words)),
  };
}

/**
 * Searches an index outside a browser, with the very script that a browser runs.
 *
 * @param use is handed the engine, which works until what it hands back is done
 * @param ranked whether as this site ranks, or as Pagefind does by itself
 */
export async function withEngineOf<T>(
  files: IndexFiles,
  use: (engine: Engine) => Promise<T>,
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
    const module = (await import(pathToFileURL(script).href)) as PagefindModule;
    const engine = module.createInstance({
      basePath: base,
      noWorker: true,
      baseUrl: '/',
      ...(ranked ? { ranking } : {}),
    });
    await engine.init();
    return await use(engine);
  } finally {
    globalThis.fetch = plainFetch;
    rmSync(folder, { recursive: true });
  }
}
