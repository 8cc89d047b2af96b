import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { soundFolder } from '../../../tests/fixtures/folders.ts';
import { dataFilesIn } from '../../data-files.ts';
import { checkRecords } from '../../load-records.ts';

const path = 'plans/old/actions/1.2.yaml';
const others = dataFilesIn(soundFolder).filter((file) => file.path !== path);
const record = readFileSync(soundFolder + path, 'utf8').replace(/^leads:.*\n(?:[ -].*\n)*/m, '');

function problemsOf(leads: string) {
  const bytes = new TextEncoder().encode(`${record.trimEnd()}\n${leads}\n`);
  const { problems } = checkRecords([...others, { path, bytes }], 'data', '2026-11-22');
  return problems.filter(({ file }) => file === `data/${path}`);
}

test.each([
  ['leads: [\n  - council\n  - trust', ['council', 'trust']],
  ['leads: [council\n  - trust', ['council', 'trust']],
  ['leads: [council,\n  - trust\n  - council', ['council', 'trust']],
  ['leads: [\n  - organisation: council\n    role: lead\n  - trust', ['one', 'two']],
  ['leads: [council\n  - trust # the lead', ['one', 'two']],
  ['leads: [\n  - council\n  - trust\n]', ['council', 'trust']],
  ['leads: [\n  # who\n  - council,\n  - trust,\n  ]', ['council', 'trust']],
  ['leads: [council,\n  - trust]', ['council', 'trust']],
])(
  'a bracket above a list with dashes, closed or not, is told with both ways: %s',
  (leads, meant) => {
    const [problem, ...more] = problemsOf(leads);
    expect(more).toEqual([]);
    expect(problem!.message).toContain('a list with dashes');
    const [, inBrackets, withDashes] = /:\n(leads: .*)\nor\n(leads:\n[^]*)$/.exec(problem!.advice)!;
    for (const way of [inBrackets!, withDashes!]) {
      expect(parse(way)).toEqual({ leads: meant });
      if (meant[0] !== 'one') expect(problemsOf(way)).toEqual([]);
    }
  },
);

test('a bracket that is closed right below its field is not called open', () => {
  const problems = problemsOf('leads: [\n  "council"\n  "trust"\n]');
  expect(problems.map(({ message }) => message)).toEqual([
    'A comma is missing between two entries of this list.',
  ]);
  expect(problems[0]!.advice).toBe('Write  leads: ["council", "trust"]');
});

test('a closing bracket by itself is not to be put in quotation marks', () => {
  const [problem, ...more] = problemsOf('leads:\n  - council\n]');
  expect(more).toEqual([]);
  expect(problem!.line).toBe(record.trimEnd().split('\n').length + 3);
  expect(problem!.advice).not.toContain('"]"');
});
