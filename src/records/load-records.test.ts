import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenFolder, soundFolder } from '../tests/fixtures/folders.ts';
import { dataFilesIn, type DataFile } from './data-files.ts';
import { checkRecords, loadRecords } from './load-records.ts';
import { recordPath } from './record-places.ts';
import type { Kind } from './records.ts';
import { reportProblems } from './report/terminal.ts';
import { errorRules } from './rules/errors.ts';

describe('a data folder with every mistake', () => {
  const { problems, records } = loadRecords(brokenFolder);

  test('is told word for word, all of it in one run', async () => {
    await expect(reportProblems(problems)).toMatchFileSnapshot(
      '../tests/fixtures/broken-report.txt',
    );
  });

  test('hands on nothing', () => {
    expect(records).toBeUndefined();
  });

  test('breaks every rule at least once', () => {
    const broken = new Set(problems.map((problem) => problem.rule));
    for (const { name } of errorRules) expect(broken, name).toContain(name);
  });

  test('marks a text that is there', () => {
    for (const { file, line, column, length } of problems) {
      const path = file.replace(/^data\//, brokenFolder);
      const text = existsSync(path) ? readFileSync(path, 'utf8').split('\n')[line - 1]! : '';
      expect(text.length, `${file}:${line}:${column}`).toBeGreaterThanOrEqual(column - 1 + length);
    }
  });
});

test('a sound data folder has no problems and hands on every record', () => {
  const { problems, records } = loadRecords(soundFolder);
  expect(problems).toEqual([]);
  expect(records?.action.map((action) => action.id)).toEqual([
    'new/1.1.1',
    'new/1.1.2',
    'new/2.1.1',
    'new/2.1.2',
    'old/1.10',
    'old/1.2',
  ]);
});

test('a folder that holds no records is told once, however many files are in it', () => {
  const sound = [...dataFilesIn(soundFolder)];
  const copied = (top: string) =>
    sound.map(({ path, bytes }) => ({ path: `${top}/${path}`, bytes }));
  const told = (top: string) =>
    checkRecords([...sound, ...copied(top)], 'data', '2026-11-22').problems;
  const copy = told('copy');
  expect(copy).toHaveLength(1);
  expect(copy[0]!.message).toContain(`so the ${sound.length} files in it are not read`);
  expect(copy[0]!.advice).toContain('Delete the folder if it is a copy');

  const misspelt = sound.map(({ path, bytes }) => ({
    path: path.replace(/^plans/, 'plan'),
    bytes,
  }));
  const { problems } = checkRecords(misspelt, 'data', '2026-11-22');
  const places = problems.filter(({ rule }) => rule === 'record-places');
  expect(places.map(({ advice }) => advice)).toEqual(['Did you mean “plans”?']);
});

test('a folder that is not there is an error, not an empty site', () => {
  expect(() => loadRecords('/nowhere/at/all')).toThrow('There is no folder “/nowhere/at/all”.');
});

test('the path of every record can be told from its kind and identifier', () => {
  for (const [kind, list] of Object.entries(loadRecords(soundFolder).records!)) {
    for (const { id, file } of list) expect(`data/${recordPath(kind as Kind, id)}`).toBe(file);
  }
});

test.each([
  ['organisations/care-quality-commission.yaml', 'name: [Commission]\nshort_name: CQC\n', 'CQC'],
  ['organisations/care-quality-commission.yaml', '- name: "Commission\n', 'CQC'],
  ['glossary/cqc.yaml', 'terms: CQC\n', 'CQC'],
])('a mistake in %s is not told again wherever its short name is used', (path, text, short) => {
  const action = 'plans/new/actions/1.1.1.yaml';
  const files = dataFilesIn(soundFolder).map((file) =>
    file.path === action ? edited(file, 'promise: ', `promise: With the ${short}, `) : file,
  );
  const told = (more: { path: string; bytes: Uint8Array }[]) => [
    ...new Set(checkRecords([...files, ...more], 'data', '2026-11-22').problems.map((p) => p.file)),
  ];
  expect(told([])).toEqual([`data/${action}`]);
  expect(told([{ path, bytes: Buffer.from(text) }])).toEqual([`data/${path}`]);
});

test('one term is explained once', () => {
  const [first, ...more] = checkRecords(
    dataFilesIn(soundFolder).flatMap((file) =>
      file.path.startsWith('glossary/') ? [file, { ...file, path: 'glossary/again.yaml' }] : file,
    ),
    'data',
    '2026-11-22',
  ).problems;
  expect(first!.rule).toBe('name-unique');
  expect(first!.message).toContain('is used twice');
  expect(more.every(({ rule }) => rule === 'name-unique')).toBe(true);
});

function edited({ path, bytes }: DataFile, from: string, to: string): DataFile {
  const text = Buffer.from(bytes).toString();
  expect(text).toContain(from);
  return { path, bytes: Buffer.from(text.replace(from, to)) };
}

test.each([
  ['hello at anytown.example', 'Did you mean “hello@anytown.example”?'],
  ['mailto:hello@anytown.example', 'Did you mean “hello@anytown.example”?'],
  ['hello @anytown.example', 'Did you mean “hello@anytown.example”?'],
  ['01302 736000', 'Write it in full'],
])('what is nearly an email address is offered as one: %s', (typed, advice) => {
  const [problem, ...more] = checkRecords(
    dataFilesIn(soundFolder).map((file) =>
      file.path === 'site.yaml'
        ? {
            ...file,
            bytes: Buffer.from(
              Buffer.from(file.bytes)
                .toString()
                .replace(/^contact: .*$/m, `contact: ${typed}`),
            ),
          }
        : file,
    ),
    'data',
    '2026-11-22',
  ).problems;
  expect(more).toEqual([]);
  expect(problem!.advice).toContain(advice);
});
