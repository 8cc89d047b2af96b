import { expect, test } from 'vitest';
import { dataFilesIn } from '../data-files.ts';
import { checkRecords } from '../load-records.ts';
import { soundFolder } from '../../tests/fixtures/folders.ts';

/** What the check says of two plans with these lines in their records. */
function told(ofNew: string, ofOld: string) {
  return found(ofNew, ofOld).map(({ rule, file, message }) => [rule, file, message]);
}

function found(ofNew: string, ofOld: string, third?: string) {
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
  if (third !== undefined) {
    const { bytes } = files.find(({ path }) => path === 'plans/old/plan.yaml')!;
    const text = new TextDecoder().decode(bytes).replaceAll(/^(?:area|subject):.*\n/gm, '');
    files.push({
      path: 'plans/third/plan.yaml',
      bytes: new TextEncoder().encode(`${text}${third}\n`),
    });
  }
  const { problems, warnings } = checkRecords(files, 'data', '2026-11-22');
  return [...problems, ...warnings].filter(({ rule }) => rule.startsWith('areas-'));
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

test('names that differ only in how they are numbered are no slips of each other', () => {
  for (const [one, other] of [
    ['Ward 1', 'Ward 2'],
    ['Zone A', 'Zone B'],
    ['Phase I', 'Phase II'],
  ]) {
    expect(told(`subject: ${one!}`, `subject: ${other!}`)).toEqual([]);
  }
});

test('of two ways to write a subject the one that most plans have is advised, and of none where none has more', () => {
  const advice = (...subjects: [string, string, string?]) =>
    found(...subjects).find(({ rule }) => rule === 'areas-alike');
  expect(advice('subject: carers', 'subject: Carers', 'subject: Carers')).toMatchObject({
    file: 'data/plans/new/plan.yaml',
    message:
      'This plan has the subject “carers”, and 2 plans have “Carers”. Both make the same address.',
    advice: 'Write it as most plans do:  subject: Carers',
  });
  expect(advice('subject: carers', 'subject: Carers')!.advice).toBe(
    'Choose one of the two, and write it the same way in every plan.',
  );
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
