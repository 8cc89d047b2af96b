import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexRecords } from '../../search/index-records.ts';
import { makeIndex } from '../../search/make-index.ts';
import { indexFolder } from '../../search/search-files.ts';
import { soundRegister } from '../registers.ts';
import { builtSite } from './built-site.ts';
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
  // As text, because what runs the tests would take the import for one of its own.
  const urls = await visit('/', (page) =>
    page.evaluate<string[]>(`(async () => {
      const { createInstance } = await import('/north/${indexFolder}/pagefind.js');
      const search = createInstance({ noWorker: true, baseUrl: '/north/' });
      await search.init();
      await search.mergeIndex('/south/${indexFolder}/', { baseUrl: '/south/' });
      const { results } = await search.search('carers');
      const pages = await Promise.all(results.map((result) => result.data()));
      return pages.map(({ url }) => url);
    })()`),
  );
  const found = [...new Set(urls)];
  expect(found.some((url) => url.startsWith('/north/actions/'))).toBe(true);
  expect(found.some((url) => url.startsWith('/south/actions/'))).toBe(true);
  expect(urls).toHaveLength(found.length);
});
