import { expect, test } from 'vitest';
import { changeBetween } from '../guard/change-since.ts';
import type { DataFile } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { readRecords } from '../records/read-records.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { moveUpdates } from './move-updates.ts';

const today = '2023-01-31';

/** The sound records, in which some actions hold updates of their own. */
function withUpdates(texts: Record<string, string>) {
  const files = new Map(
    dataFilesIn(soundFolder).map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
  );
  for (const path of files.keys()) if (path.includes('/reports/')) files.delete(path);
  for (const [path, updates] of Object.entries(texts)) {
    files.set(path, files.get(path)!.replace(/^source:/m, `${updates}source:`));
  }
  return asFiles(files);
}

function asFiles(texts: ReadonlyMap<string, string>): DataFile[] {
  return [...texts].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

/** The files once everything was moved, by their paths. */
function moved(files: readonly DataFile[]) {
  const { changes, byHand } = moveUpdates(files, 'data');
  const texts = new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
  for (const { path, after } of changes) texts.set(path, String(after));
  return { texts, byHand, changes };
}

const one = 'plans/new/actions/1.1.1.yaml';
const other = 'plans/new/actions/1.1.2.yaml';

const long = `updates:
  # Ask the team about this.
  - reported: May 2022
    status: in progress # as the table has it
    text: >-
      It began with a # in the text,
      and went on.
  # And about this.
  - reported: 3 October 2022
    due: Mar 23
    leads: [council, {organisation: trust, role: partner}]
    reason: The team had no money left.
`;

test('updates become one report for each plan and date, and nothing is said otherwise', () => {
  const before = withUpdates({
    [one]: long,
    [other]:
      'updates:\n  - reported: May 22\n    text: |-\n      A list:\n\n      - one\n      - two\n',
  });
  const { texts, byHand } = moved(before);
  expect([...byHand]).toEqual([]);
  const reports = [...texts.keys()].filter((path) => path.includes('/reports/'));
  expect(reports).toEqual(['plans/new/reports/2022-05.yaml', 'plans/new/reports/2022-10-03.yaml']);
  expect(texts.get(one)).not.toContain('updates');
  const checked = checkRecords(asFiles(texts), 'data', today);
  expect(checked.problems).toEqual([]);
  const { problems, markdown } = changeBetween(
    readRecords(before, 'data'),
    checked.reading,
    'HEAD',
  );
  expect(problems).toEqual([]);
  expect(markdown).toContain(
    '(2022-05.yaml) is new: by the publisher of the plan; about 2 actions',
  );
});

test('notes of editors come along, above the action that they are about', () => {
  const { texts } = moved(withUpdates({ [one]: long }));
  expect(texts.get('plans/new/reports/2022-05.yaml')).toContain(
    'actions:\n  # Ask the team about this.\n  # as the table has it\n  "1.1.1":\n',
  );
  expect(texts.get('plans/new/reports/2022-10-03.yaml')).toContain(
    'actions:\n  # And about this.\n  "1.1.1":\n',
  );
});

test('what the plan’s own document reports names that document, and nothing else is invented', () => {
  const { texts } = moved(withUpdates({ [one]: long }));
  expect(texts.get('plans/new/reports/2022-05.yaml')).toContain(
    'dated_by: The document says so.\nsource:\n  title: New Plan\n',
  );
  expect(texts.get('plans/new/reports/2022-10-03.yaml')).not.toContain('source');
});

test('two updates of one date on one action become two reports in the same order', () => {
  const twice =
    'updates:\n  - reported: May 2022\n    text: First.\n  - reported: May 2022\n    text: Then.\n';
  const { texts, byHand } = moved(withUpdates({ [one]: twice }));
  expect([...byHand]).toEqual([]);
  expect(texts.get('plans/new/reports/2022-05.yaml')).toContain('First.');
  expect(texts.get('plans/new/reports/2022-05-more.yaml')).toContain('Then.');
});

test('a report that is there is not written over', () => {
  const before = withUpdates({ [one]: long });
  const there = 'reported: May 2022\nactions:\n  "2.1.1":\n    text: Another.\n';
  const path = 'plans/new/reports/2022-05.yaml';
  const { texts } = moved([...before, { path, bytes: new TextEncoder().encode(there) }]);
  expect(texts.get(path)).toBe(there);
  expect(texts.get('plans/new/reports/2022-05-more.yaml')).toContain('It began with');
});

test.each([
  ['a list in brackets', 'updates: [{reported: May 2022, text: It began.}]\n', 'with dashes'],
  ['a mistake', 'updates:\n  - reported: May 2022\n    status: dunno\n', 'npm run check'],
])('a record that needs a hand is left as it is and named: %s', (_name, updates, why) => {
  const before = withUpdates({ [one]: updates, [other]: long });
  const { changes, byHand } = moved(before);
  expect([...byHand.keys()]).toEqual([`data/${one}`]);
  expect(byHand.get(`data/${one}`)).toContain(why);
  expect(changes.map(({ path }) => path)).toContain(other);
  expect(changes.map(({ path }) => path)).not.toContain(one);
});

test('where nothing is left to move, nothing is changed', () => {
  const { texts } = moved(withUpdates({ [one]: long }));
  expect(moveUpdates(asFiles(texts), 'data').changes).toEqual([]);
});
