import { expect, test } from 'vitest';
import { actionFrame } from '../exports/action-frame.ts';
import { publishedAction } from '../exports/actions-json.ts';
import { changesIn, sentence } from './changes.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { linkRegister } from '../register/link.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { shareText } from './share-text.ts';
import { isLinked, sinceEarlier } from './since-plan.ts';

/** The sound records, in which the plan “new” follows “old”, with some files changed. */
function register(changed: Record<string, (text: string) => string> = {}) {
  const files = dataFilesIn(soundFolder).map((file) => {
    const change = changed[file.path];
    if (change === undefined) return file;
    const text = change(new TextDecoder().decode(file.bytes));
    return { ...file, bytes: new TextEncoder().encode(text) };
  });
  const { records, problems } = checkRecords(files, 'data', '2026-11-22');
  expect(problems).toEqual([]);
  return linkRegister(records!, '2026-11-22');
}

/** Puts a line at the end of a record. */
const saying = (line: string) => (text: string) => `${text}${line}\n`;

const plan = (id: string, from = register()) => from.plans.find((one) => one.id === id)!;
const ids = (actions: readonly { id: string }[]) => actions.map(({ id }) => id);

test('what the later plan names is carried over, and the rest is only not named', () => {
  const since = sinceEarlier(
    plan('new', register({ 'plans/new/actions/1.1.2.yaml': saying('continues: old-1-2') })),
  )!;
  expect(isLinked(since)).toBe(true);
  expect(since.carriedOver.map(({ from, to }) => [from.id, ids(to)])).toEqual([
    ['old-1-2', ['new-1-1-2']],
  ]);
  expect(ids(since.notNamed)).toEqual(['old-1-10']);
  expect(ids(since.withoutEarlier)).toEqual(['new-1-1-1', 'new-2-1-1', 'new-2-1-2']);
  expect(since.fromBefore).toEqual([]);
});

test('one promise may be carried on by several, and several by one', () => {
  const since = sinceEarlier(
    plan(
      'new',
      register({
        'plans/new/actions/1.1.2.yaml': saying('continues:\n  - old-1-10\n  - old-1-2'),
        'plans/new/actions/2.1.1.yaml': saying('continues: old-1-2'),
      }),
    ),
  )!;
  expect(since.carriedOver.map(({ from, to }) => [from.id, ids(to)])).toEqual([
    ['old-1-2', ['new-1-1-2', 'new-2-1-1']],
    ['old-1-10', ['new-1-1-2']],
  ]);
});

test('where no action names an earlier one, nothing is said to be linked', () => {
  expect(isLinked(sinceEarlier(plan('new'))!)).toBe(false);
});

test('the first plan of a line follows none', () => {
  expect(sinceEarlier(plan('old'))).toBeUndefined();
});

test('both actions say it in the data, by their identifiers', () => {
  const { actions } = register({ 'plans/new/actions/1.1.2.yaml': saying('continues: [old-1-2]') });
  const published = actions.map((action) =>
    publishedAction(action, new URL('https://promises.example/')),
  );
  const found = (id: string) => published.find((action) => action.id === id)!;
  expect(found('new-1-1-2').continues).toEqual(['old-1-2']);
  expect(found('old-1-2').continued_by).toEqual(['new-1-1-2']);
  expect(found('old-1-10').continued_by).toEqual([]);
});

test('an email about the older action and a frame of it say where it was carried over to', () => {
  const { actions, site } = register({
    'plans/new/actions/1.1.2.yaml': saying('continues: old-1-2'),
  });
  const old = actions.find(({ id }) => id === 'old-1-2')!;
  const { lines } = shareText(old, 'https://promises.example/actions/old-1-2/', site.words);
  expect(lines.at(-2)).toBe(
    'Carried over to NEW 1.1.2: The trust lends out sitters (New Plan, The north)',
  );
  expect(actionFrame(old, new URL('https://promises.example/'))).toContain(
    'Carried over to <a href="https://promises.example/actions/new-1-1-2/"',
  );
});

test('who follows the older action is told when the later plan came out, and only if that is known', () => {
  const continues = { 'plans/new/actions/1.1.2.yaml': saying('continues: old-1-2') };
  const told = (changed: Parameters<typeof register>[0]) =>
    changesIn(register(changed).actions.filter(({ id }) => id === 'old-1-2'))
      .filter(({ kind }) => kind === 'carried over')
      .map((change) => [change.date.display, change.id, sentence(change), change.after.status]);
  expect(told(continues)).toEqual([]);
  const published = (text: string) =>
    text.replace('  title: New Plan\n', '  title: New Plan\n  published: May 2022\n');
  expect(told({ ...continues, 'plans/new/plan.yaml': published })).toEqual([
    [
      'May 2022',
      'old-1-2#carried-over-new-1-1-2',
      'Carried over to NEW 1.1.2, The trust lends out sitters.',
      'in progress',
    ],
  ]);
});
