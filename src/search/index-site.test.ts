import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexSite } from './index-site.ts';

let site: string;
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'search-index-'));
});
afterEach(() => rm(site, { recursive: true }));

async function page(address: string, body: string) {
  const file = join(site, address, 'index.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `<!doctype html><html lang="en-GB"><title>${address}</title>${body}</html>`,
  );
}

/** An action’s page, as far as the index cares. */
function action(number: number): Promise<void> {
  const facts = ['plan:don', 'plan:nat', `lead:organisation-${number % 7}`, `due:${2018 + number}`]
    .map((fact) => `<span data-pagefind-filter="${fact}"></span>`)
    .join('');
  return page(
    `/actions/don-${number}/`,
    `<main data-pagefind-body><h1>Action ${number}</h1><p>Hospital ${number}</p>
    <i hidden data-pagefind-ignore data-pagefind-sort="due:${2018 + number}"></i>
    <i hidden data-pagefind-ignore data-pagefind-sort="reference:${number}"></i>${facts}</main>`,
  );
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((name) => name.isFile())
    .map((name) => join(name.parentPath, name.name));
  const read = async (file: string) =>
    [file.slice(folder.length), (await readFile(file)).toString('base64')] as const;
  return new Map(await Promise.all(files.sort().map(read)));
}

test('indexes the pages that ask for it and keeps only what searching needs', async () => {
  await Promise.all([1, 2, 3].map(action));
  await page('/search/', '<main>Search</main>');
  await expect(indexSite(site, ['/actions/don-1/'])).resolves.toEqual({ pages: 3 });
  const files = await readdir(join(site, 'pagefind'));
  expect(files.map((file) => file.replace(/en_\w+/, 'en_…')).sort()).toEqual([
    'filter',
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind.en_….pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
});

test('the same pages give the same files, byte for byte', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, number) => action(number)));
  await indexSite(site, []);
  const first = await filesOf(join(site, 'pagefind'));
  for (let again = 0; again < 3; again++) {
    await indexSite(site, []);
    expect(await filesOf(join(site, 'pagefind'))).toEqual(first);
  }
});

test('an action that does not ask to be found stops the build', async () => {
  await action(1);
  await page('/actions/don-2/', '<main>forgotten</main>');
  await expect(indexSite(site, ['/actions/don-1/', '/actions/don-2/'])).rejects.toThrow(
    'Search would not find /actions/don-2/. Put data-pagefind-body on the main part of the page.',
  );
});

test('a site in which nothing asks to be found stops the build', async () => {
  await page('/', '<main>Home</main>');
  await expect(indexSite(site, [])).rejects.toThrow('No page asks to be found by search.');
});

test('a page that asks and is not indexed stops the build', async () => {
  await action(1);
  await page('/actions/don-2/', '<!-- <main data-pagefind-body> -->');
  await expect(indexSite(site, [])).rejects.toThrow(
    'The search index holds 1 pages, and 2 ask to be found. It lacks /actions/don-2/.',
  );
});
