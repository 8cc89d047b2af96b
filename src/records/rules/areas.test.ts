import { expect, test } from 'vitest';
import { dataFilesIn } from '../data-files.ts';
import { checkRecords } from '../load-records.ts';
import { soundFolder } from '../../tests/fixtures/folders.ts';

/** What the check says of two plans with these lines in their records. */
function told(ofNew: string, ofOld: string) {
  const lines: Record<string, string> = {
    'plans/new/plan.yaml': ofNew,
    'plans/old/plan.yaml': ofOld,
  };
  const files = dataFilesIn(soundFolder).map((file) => {
    const line = lines[file.path];
    if (line === undefined) return file;
    const text = `${new TextDecoder().decode(file.bytes)}${line}\n`;
    return { ...file, bytes: new TextEncoder().encode(text) };
  });
  const { problems, warnings } = checkRecords(files, 'data', '2026-11-22');
  return [...problems, ...warnings]
    .filter(({ rule }) => rule.startsWith('areas-'))
    .map(({ rule, file, message }) => [rule, file, message]);
}

test('a subject that is one letter away from another one is asked about', () => {
  expect(told('subject: Carers', 'subject: Careers')).toEqual([
    [
      'areas-apart',
      'data/plans/old/plan.yaml',
      'The subject “Careers” is only one letter away from “Carers”, which another plan has.',
    ],
  ]);
});

test('a subject in other letters is refused, because both make one address', () => {
  expect(told('subject: Carers', 'subject: carers').map(([rule]) => rule)).toEqual(['areas-alike']);
});

test('two subjects, or the same one twice, are right', () => {
  expect(told('subject: Carers', 'subject: Climate')).toEqual([]);
  expect(told('subject: Carers', 'subject: Carers')).toEqual([]);
});

test('an area is not within itself, nor within one that is within it', () => {
  expect(told('within: The north', '')).toEqual([
    ['areas-within', 'data/plans/new/plan.yaml', '“The north” cannot be within itself.'],
  ]);
});
