import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexRecords } from '../../search/index-records.ts';
import { makeIndex } from '../../search/make-index.ts';
import { indexFolder } from '../../search/search-files.ts';
import { soundRegister } from '../registers.ts';
import { builtSite } from './build-site.ts';
import { useBrowser } from './browser.ts';

/** One host with two sites that were built apart: `/north/` and `/south/`. */
const host = mkdtempSync(join(tmpdir(), 'two-sites-'));

beforeAll(async () => {
  cpSync(join(builtSite, indexFolder), join(host, 'north', indexFolder), { recursive: true });
  const { files } = await makeIndex(indexRecords(soundRegister()));
  for (const [path, content] of files) {
    const file = join(host, 'south', indexFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(join(host, 'index.html'), '<!doctype html><title>Two sites</title>');
});
afterAll(() => {
  rmSync(host, { recursive: true });
});

const { visit } = useBrowser(host);

test('two sites that were built apart are searched as one, and each result leads to its own', async () => {
  const found = await visit('/', (page) =>
    page.evaluate(async (folder) => {
      const script = `/north/${folder}/pagefind.js`;
      const { createInstance } = (await import(script)) as {
        createInstance: (options: object) => {
          init: () => Promise<void>;
          mergeIndex: (folder: string, options: object) => Promise<void>;
          search: (
            words: string,
          ) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
        };
      };
      const search = createInstance({ noWorker: true, baseUrl: '/north/' });
      await search.init();
      await search.mergeIndex(`/south/${folder}/`, { baseUrl: '/south/' });
      const { results } = await search.search('carers');
      const pages = await Promise.all(results.map((result) => result.data()));
      return pages.map(({ url }) => url);
    }, indexFolder),
  );
  expect(found.some((url) => url.startsWith('/north/actions/'))).toBe(true);
  expect(found.some((url) => url.startsWith('/south/actions/'))).toBe(true);
  expect(new Set(found).size).toBe(found.length);
});
