import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soundFolder } from '../../../tests/fixtures/folders.ts';
import { dataFilesIn } from '../../data-files.ts';
import { checkRecords } from '../../load-records.ts';

const path = 'plans/old/reports/2019-12.yaml';
const before = '    text: The roof is late.\n';
const report = readFileSync(soundFolder + path, 'utf8');

/** What is refused once the report on an action says this in place of its text. */
function problemsWith(line: string) {
  expect(report).toContain(before);
  const bytes = new TextEncoder().encode(report.replace(before, `    ${line}\n`));
  const files = dataFilesIn(soundFolder).map((file) =>
    file.path === path ? { path, bytes } : file,
  );
  return checkRecords(files, 'data', '2026-11-22').problems;
}

test.each([
  ['status: !status in progress', 'status: in progress'],
  ['text: !important Sent.', 'text: Sent.'],
  ['text: !!str Sent on: Monday', 'text: "Sent on: Monday"'],
])('a mark for programs is taken out, and what is left passes: %s', (typed, meant) => {
  const [problem, ...more] = problemsWith(typed);
  expect(more).toEqual([]);
  expect(problem!.message).toContain('is a YAML shortcut, because it starts with !.');
  expect(problem!.advice.split('\n')[0]).toMatch(/ out: {2}/);
  expect(problem!.advice.split('\n')[0]!.split('out:  ')[1]).toBe(meant);
  expect(problemsWith(meant)).toEqual([]);
});

test('a text may begin with an exclamation mark, in quotation marks', () => {
  const [problem] = problemsWith('text: !important Sent.');
  const quoted = 'text: "!important Sent."';
  expect(problem!.advice).toContain(`\nIf it is part of the text, put quotation marks around`);
  expect(problem!.advice.endsWith(quoted)).toBe(true);
  expect(problemsWith(quoted)).toEqual([]);
});

test.each([
  ['status: !!str in progress', 'status: in progress'],
  ['status: !!str "in progress"', 'status: "in progress"'],
  ['status: &now in progress', 'status: in progress'],
])('quotation marks never make such a mark part of a status: %s', (typed, meant) => {
  const [problem, other] = problemsWith(`${typed}\n    text: @all Sent.`);
  expect(problem!.advice.split('\n')[0]).toMatch(new RegExp(` out: {2}${meant}$`));
  expect(other!.message).toContain('cannot start with @');
  expect(problemsWith(meant)).toEqual([]);
});
