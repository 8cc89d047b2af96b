import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soundFolder } from '../../tests/fixtures/folders.ts';
import { dataFilesIn } from '../data-files.ts';
import { checkRecords } from '../load-records.ts';

const path = 'plans/old/reports/2019-12.yaml';
const before = '    text: The roof is late.\n';
const report = readFileSync(soundFolder + path, 'utf8');

/** What is refused once the report has another line. */
function problemsWith(line: string) {
  expect(report).toContain(before);
  const bytes = new TextEncoder().encode(report.replace(before, `${before}    ${line}\n`));
  const files = dataFilesIn(soundFolder).map((file) =>
    file.path === path ? { path, bytes } : file,
  );
  return checkRecords(files, 'data', '2026-11-22').problems;
}

test.each(['status:\n      - in progress', 'status: [in progress]'])(
  'a word that is written as a list is offered without its dash: %s',
  (typed) => {
    const [problem, ...more] = problemsWith(typed);
    expect(more).toEqual([]);
    expect(problem!.message).toBe('“status” must be a single text.');
    expect(problem!.advice).toContain('  status: in progress\n');
    expect(problemsWith('status: in progress')).toEqual([]);
  },
);

test.each(['status:\n      word: complete', 'rag: []', 'rag:\n      - green\n      - red'])(
  'a list or fields where one word belongs are told as such, with the words there are: %s',
  (typed) => {
    const [problem, ...more] = problemsWith(typed);
    expect(more).toEqual([]);
    expect(problem!.message).toContain('must be a single text');
    expect(problem!.advice).toMatch(/\nUse one of: .*(?:complete|green)/);
  },
);

test.each([
  ['rag: 🟢', 'Did you mean “green”?'],
  ['rag: 🟡', 'Did you mean “amber”?'],
  ['rag: G', 'Did you mean “green”?'],
  ['rag: Rated red', 'Did you mean “red”?'],
  ['status: In progress – delayed', 'Did you mean “in progress”?'],
  ['status: In progress – delayed', 'status_text: In progress – delayed'],
  ['status: Completed (June 2019)', 'Did you mean “complete”?'],
  ['status: Underway. We met in May.', 'add a line  status_text: Underway. We met in May.'],
  ['status: in progress ✅', 'Did you mean “in progress”?'],
  ['status: Complete and now being reviewed', 'Write “complete” if that is right'],
  [
    'status: Complete and now being reviewed',
    'add a line  status_text: Complete and now being reviewed',
  ],
  ['status: Ongoing until the contract ends', 'Write “in progress” if that is right'],
  ['status: Not yet started as we wait for money', 'Write “not started” if that is right'],
  ['status: 75%', 'Did you mean “in progress”?'],
  ['status: 100% done', 'Did you mean “complete”?'],
  ['status: We wait for the board', 'add a line  status_text: We wait for the board'],
])(
  'the word that is meant is offered, and the report’s own words are kept: %s',
  (typed, advice) => {
    const [problem, ...more] = problemsWith(typed);
    expect(more).toEqual([]);
    expect(problem!.advice).toContain(advice);
  },
);

test.each([
  'rag: Amber/Green',
  'status: In progress / complete',
  'status: Complete apart from the training',
])('no word is offered where two may be meant: %s', (typed) => {
  const [problem, ...more] = problemsWith(typed);
  expect(more).toEqual([]);
  expect(problem!.advice).not.toContain('Did you mean');
});
