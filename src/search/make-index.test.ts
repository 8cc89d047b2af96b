import { expect, test } from 'vitest';
import { soundRegister } from '../tests/registers.ts';
import { indexRecords } from './index-records.ts';
import { contentsOf } from './index-contents.ts';
import { makeIndex } from './make-index.ts';
import { pagesTogether } from './page-names.ts';
import { pageNames } from './stable-index.ts';

const records = indexRecords(soundRegister());

test('holds every record, and only what searching needs', async () => {
  const { files, urls } = await makeIndex(records);
  expect(urls.toSorted()).toEqual(records.map(({ url }) => url).sort());
  const kinds = [...files.keys()].map((file) => file.replace(/\/.*/, '').replace(/en_\w+/, 'en_…'));
  expect([...new Set(kinds)].sort()).toEqual([
    'filter',
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind.en_….pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
});

test('the same records give the same files, byte for byte', async () => {
  const hex = async () =>
    [...(await makeIndex(records)).files]
      .map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`)
      .sort();
  expect(await hex()).toEqual(await hex());
});

test('a page that changes has another name, and no others than those named with it', async () => {
  const changed = records.map((record, place) =>
    place === 1 ? { ...record, html: record.html.replace('<p ', '<p>Changed.</p><p ') } : record,
  );
  const before = await makeIndex(records);
  const after = await makeIndex(changed);
  const names = [before, after].map(({ files }) => pageNames(files));
  const differing = before.urls.filter((_, page) => names[0]![page] !== names[1]![page]);
  expect(after.urls).toEqual(before.urls);
  expect(differing).toContain(records[1]!.url);
  expect(differing.length).toBeLessThanOrEqual(pagesTogether);
  expect(differing.length).toBeLessThan(before.urls.length);
  const { contents } = contentsOf(before.files);
  expect(contents.names.split(' ')).toHaveLength(Math.ceil(before.urls.length / pagesTogether));
});

test('a record that is there twice stops the build', async () => {
  await expect(makeIndex([...records, records[0]!])).rejects.toThrow(/holds \d+ pages of \d+/);
});

test('every kind of page is found, actions with their own sentences', () => {
  const urls = records.map(({ url }) => url);
  const { actions, topics, plans, periods } = soundRegister();
  for (const { url } of [...actions, ...topics, ...plans, ...periods]) expect(urls).toContain(url);
  const [action] = actions;
  const { html } = records.find(({ url }) => url === action!.url)!;
  expect(html).toContain(action!.outcome.wording.slice(0, 20).replaceAll('&', '&amp;'));
});
