import { expect, test } from 'vitest';
import { soundRegister } from '../tests/registers.ts';
import { indexRecords } from './index-records.ts';
import { makeIndex } from './make-index.ts';

const records = indexRecords(soundRegister());

test('holds every record, and only what searching needs', async () => {
  const { files, idsByUrl } = await makeIndex(records);
  expect([...idsByUrl.keys()].sort()).toEqual(records.map(({ url }) => url).sort());
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
