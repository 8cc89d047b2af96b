import { expect, test } from 'vitest';
import { realRegister } from '../tests/registers.ts';
import { engineOf, finderIn } from './engine-of-files.ts';
import { find } from './find.ts';
import { indexRecords, recordOfPage } from './index-records.ts';
import { makeIndex } from './make-index.ts';
import { readState } from './search-state.ts';
import { subjectsOf } from './subjects.ts';

test('a page of the guide comes first for the words in which people ask for it', async () => {
  const register = realRegister();
  const guide = ['about', 'accessibility', 'data', 'linking', 'privacy'].map((name) => {
    const html = `<main><h1>A page</h1><p>It says nothing of its subject.</p></main>`;
    return recordOfPage(`/guide/${name}/`, html, subjectsOf(register));
  });
  const { files } = await makeIndex([...indexRecords(register), ...guide]);
  const finder = finderIn(await engineOf(files), register);
  const first = async (words: string) => {
    const { hits } = await find(finder, readState(`?q=${encodeURIComponent(words)}`));
    return (await hits[0]?.data())?.url;
  };
  expect(await first('download')).toBe('/guide/data/');
  expect(await first('export to excel')).toBe('/guide/data/');
  expect(await first('accessibility')).toBe('/guide/accessibility/');
  expect(await first('is there a privacy notice')).toBe('/guide/privacy/');
  expect(await first('how do I link to an action')).toBe('/guide/linking/');
  expect(await first('who runs this site')).toBe('/guide/about/');
}, 60_000);
