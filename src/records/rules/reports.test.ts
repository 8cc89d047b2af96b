import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soundFolder } from '../../tests/fixtures/folders.ts';
import { dataFilesIn } from '../data-files.ts';
import { checkRecords } from '../load-records.ts';

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
