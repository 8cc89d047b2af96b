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
])('a bracket that is open above a list with dashes is told with both ways: %s', (leads, meant) => {
  const [problem, ...more] = problemsOf(leads);
  expect(more).toEqual([]);
  expect(problem!.message).toContain('not closed');
  const [, inBrackets, withDashes] = /:\n(leads: .*)\nor\n(leads:\n[^]*)$/.exec(problem!.advice)!;
  for (const way of [inBrackets!, withDashes!]) {
    expect(parse(way)).toEqual({ leads: meant });
    if (meant[0] !== 'one') expect(problemsOf(way)).toEqual([]);
  }
});
