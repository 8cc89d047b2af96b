import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soundFolder } from '../../tests/fixtures/folders.ts';
import { dataFilesIn } from '../data-files.ts';
import { checkRecords } from '../load-records.ts';
import { repository } from '../../tests/fixtures/repository.ts';

const path = 'plans/old/actions/1.2.yaml';
const record = readFileSync(soundFolder + path, 'utf8');

/** What is refused once the action whose milestones were reported on says something else. */
function refused(from: string, to: string) {
  expect(record).toContain(from);
  const files = dataFilesIn(soundFolder).map((file) =>
    file.path === path ? { path, bytes: new TextEncoder().encode(record.replace(from, to)) } : file,
  );
  const { problems } = checkRecords(files, 'data', '2026-11-22');
  return problems.map(({ file, message }) => `${file.split('/').slice(-2).join('/')}: ${message}`);
}

test.each([
  ['it is not YAML', 'label: Build it', 'label: "Build it'],
  ['its milestones are no list', '  - label: Build it', '  label: Build it'],
  ['a label is refused', 'label: Build it', 'label: [Build it]'],
])('a report is not said to name a milestone that is missing where %s', (_, from, to) => {
  const told = refused(from, to);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((one) => !one.startsWith('actions/1.2.yaml'))).toEqual([]);
});

test('a milestone that is missing is told beside another mistake in the file', () => {
  const told = refused(
    'label: Build it\n    due: 2018/19',
    'label: Build\n    due: 30 February 2020',
  );
  expect(told.some((one) => one.startsWith('actions/1.2.yaml'))).toBe(true);
  expect(told).toContain('reports/2019-07.yaml: This action has no milestone “Build it”.');
});

/** What is told of a report of December 2022 on the plan “new” in which actions are named so. */
function advised(actions: string) {
  const { write, change } = repository();
  write('plans/new/reports/2022-12.yaml', `reported: December 2022\nactions:\n${actions}`);
  const { problems, warnings } = change().checked;
  return [...problems, ...warnings]
    .filter(({ file }) => file.endsWith('2022-12.yaml'))
    .map(({ rule, message, advice }) => ({ rule, message, advice }));
}

test.each([
  ['"Action 1.1.1"', 'Write its number alone:  "1.1.1":'],
  ['"NEW 1.1.1"', 'Write its number alone:  "1.1.1":'],
  ['"no. 1.1.1"', 'Write its number alone:  "1.1.1":'],
  ['"1.1.1, 2.1.1"', '\n  "1.1.1":\n  "2.1.1":'],
  ['"1.1.1-2.1.1"', 'was said about it:\n  "1.1.1":\n  "1.1.2":\n  "2.1.1":'],
  ['"1.1.2 to 2.1.1"', '\n  "1.1.2":\n  "2.1.1":'],
  ['"1.1.1 and new 2.1.1"', '\n  "1.1.1":\n  "2.1.1":'],
  // It may have been there.
  ['"1.1.3"', 'its file 1.1.3.yaml was removed or renamed: put it back'],
  ['"1.1.3"', 'The nearest in the plan: 1.1.1 and 1.1.2.'],
  // It cannot have been there.
  ['"1.1.22"', 'Did you mean “1.1.2”?'],
])('what to write in place of %s is said exactly', (typed, advice) => {
  const [told, ...more] = advised(`  ${typed}:\n    status: in progress\n`);
  expect(more).toEqual([]);
  expect(told!.rule).toBe('reported-action-exists');
  expect(told!.advice).toContain(advice);
});

test.each([
  ['1.1.1', 'This action cannot be merged into itself.', 'identifier'],
  ['1.1.2', '“1.1.2” is the number of an action', 'merged_into: new-1-1-2'],
])('an action that is merged into “%s”, which is a number', (into, message, advice) => {
  const [told, ...more] = advised(
    `  "1.1.1":\n    status: merged\n    reason: One team does both.\n    merged_into: "${into}"\n`,
  );
  expect(more).toEqual([]);
  expect(told!.message).toContain(message);
  expect(told!.advice).toContain(advice);
});
