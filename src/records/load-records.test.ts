import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenFolder, soundFolder } from '../tests/fixtures/folders.ts';
import { loadRecords } from './load-records.ts';
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

test('a folder that is not there is an error, not an empty site', () => {
  expect(() => loadRecords('/nowhere/at/all')).toThrow('There is no folder “/nowhere/at/all”.');
});

test('the path of every record can be told from its kind and identifier', () => {
  for (const [kind, list] of Object.entries(loadRecords(soundFolder).records!)) {
    for (const { id, file } of list) expect(`data/${recordPath(kind as Kind, id)}`).toBe(file);
  }
});
