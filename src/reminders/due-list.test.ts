import { expect, test } from 'vitest';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { testSite } from '../tests/registers.ts';
import { ownWords } from '../domain/own-words.ts';
import { dueListForms } from './due-list-forms.ts';
import { dueList } from './due-list.ts';

const records = loadRecords(soundFolder).records!;
const listOn = (today: string, wanted: Partial<Parameters<typeof dueList>[1]> = {}) =>
  dueList(linkRegister(records, today), { within: 30, ...wanted });
const inShort = (list: ReturnType<typeof dueList>) =>
  list.map(({ lead, items }) => [
    lead?.id ?? 'nobody',
    ...items.map(({ action, reason }) => `${action.id} ${reason}`),
  ]);

test('what is due within so many days is on the list of each lead, up to its last day', () => {
  const soon = (today: string, within = 30) =>
    inShort(listOn(today, { within, plan: 'new' })).filter((lead) =>
      lead.includes('new-1-1-1 soon'),
    );
  expect(soon('2023-03-01').map(([lead]) => lead)).toEqual(['carers-team', 'council']);
  expect(soon('2023-02-28')).toEqual([]);
  expect(soon('2023-02-28', 31)).toHaveLength(2);
  expect(soon('2023-03-31', 0)).toHaveLength(2);
  expect(soon('2023-04-01')).toEqual([]);
});

test('what has passed its date or has no news for a year is on it; what is done or withdrawn is not', () => {
  const list = inShort(listOn('2023-06-15', { plan: 'new' }));
  expect(list).toContainEqual(['carers-team', 'new-1-1-1 no news']);
  expect(list).toContainEqual(['nobody', 'new-2-1-1 silent']);
  expect(list.flat().join()).not.toMatch(/new-1-1-2|new-2-1-2/);
});

test('one lead can be asked for', () => {
  expect(inShort(listOn('2023-03-01', { lead: 'council' })).map(([lead]) => lead)).toEqual([
    'council',
  ]);
});

test('text, Markdown and JSON name the same promises, with where to read them', () => {
  const list = listOn('2023-03-15');
  const words = ownWords();
  const references = list.flatMap(({ items }) => items.map(({ action }) => action.spoken));
  for (const form of ['text', 'markdown'] as const) {
    const text = dueListForms[form](list, testSite, words);
    for (const reference of references) expect(text).toContain(reference);
    expect(text).toContain('https://promises.example/sub/actions/new-1-1-1/');
    expect(text).toContain('due: March 2023');
  }
  const data = JSON.parse(dueListForms.json(list, testSite)) as { actions: { id: string }[] }[];
  expect(data.map(({ actions }) => actions.length)).toEqual(list.map(({ items }) => items.length));
  expect(dueListForms.text([], testSite, words)).toMatch(/^Nothing is due soon/);
  expect(dueListForms.json([], testSite)).toBe('[]\n');
});

test('no title of a record is taken for Markdown', () => {
  const [first] = listOn('2023-03-15');
  const item = first!.items[0]!;
  const odd = { ...item, action: { ...item.action, title: 'A [b](c) @team *d*' } };
  expect(dueListForms.markdown([{ ...first!, items: [odd] }], testSite)).toContain(
    String.raw`A \[b\](c) @&#8203;team \*d\*`,
  );
});

test('the list speaks of promises by the word of the site', () => {
  const list = listOn('2023-03-15');
  expect(dueListForms.text(list, testSite, ownWords('action'))).toMatch(/: \d+ actions?$/m);
});
