import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { runProgressRound, type RoundCommand } from './run-progress-round.ts';

const report = 'reports/2024-05-progress.yaml';

function started(table: string) {
  const folder = mkdtempSync(join(tmpdir(), 'round-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  cpSync(soundFolder, data, { recursive: true });
  const file = join(folder, 'round.csv');
  writeFileSync(file, table);
  const path = (name: string) => join(data, 'plans/new', name);
  return {
    data,
    file,
    has: (name: string) => existsSync(path(name)),
    read: (name: string) => readFileSync(path(name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(path(name), text),
    /** All records of actions as they are. */
    actions: () =>
      readdirSync(path('actions')).map((name) => readFileSync(join(path('actions'), name), 'utf8')),
    run: (command: Partial<RoundCommand> = {}) =>
      runProgressRound({ file, plan: 'new', data, reported: 'May 2024', ...command }),
  };
}

test('all rows become one report, and no other record changes', async () => {
  const round = started(
    'Ref,Status,Progress\nNEW 1.1.1,Complete,All done.\nnew-2-1-1,On track,\n1.1.2.,,\n',
  );
  const before = round.actions();
  const { text, exitCode } = await round.run({
    source: { title: 'Board paper', url: 'https://example.org/paper' },
  });
  expect(exitCode).toBe(0);
  expect(text).toContain('line 2: taken → 1.1.1\n');
  expect(text).toContain('Rows that report nothing: 1.1.2');
  expect(text).toContain('nothing was reported about them: 2.1.2');
  expect(text).toContain('2024-05-progress.yaml, about 2 actions.');
  expect(loadRecords(round.data).problems).toEqual([]);
  expect(round.actions()).toEqual(before);
  expect(round.read(report))
    .toBe(`# yaml-language-server: $schema=../../../../.vscode/schemas/report.json
reported: May 2024
source:
  title: Board paper
  url: https://example.org/paper
actions:
  "1.1.1":
    status: complete
    text: All done.
  "2.1.1":
    status: in progress
    status_text: On track
`);
});

test('the same round again changes nothing, also where an editor has changed the report', async () => {
  const round = started('Ref,Status,Progress\n1.1.1,Complete,All done.\n');
  await round.run();
  const once = round.read(report);
  expect((await round.run()).text).toContain('is as it was');
  expect(round.read(report)).toBe(once);
  const mine = once.replace('All done.', 'All of it is done.');
  round.write(report, mine);
  expect((await round.run()).exitCode).toBe(0);
  expect(round.read(report)).toBe(mine);

  writeFileSync(round.file, 'Ref,Status,Progress\n1.1.1,Complete,Half done.\n');
  const { text, exitCode } = await round.run();
  expect(exitCode).toBe(1);
  expect(round.read(report)).toBe(mine);
  expect(text).toContain('left alone. The file would now change: 1.1.1.');
});

test('a file that was corrected brings its report up to date, and tells what differs', async () => {
  const round = started('Ref,Status\n1.1.1,Complete\n2.1.1,Complete\n');
  await round.run();
  writeFileSync(round.file, 'Ref,Status\n1.1.1,Complete\n2.1.1,On track\n2.1.2,Complete\n');
  const { text } = await round.run();
  expect(text).toContain('It now says something else about: 2.1.1, 2.1.2.');
  expect(round.read(report)).toContain('  "2.1.2":\n    status: complete\n');
});

test('another table of the same date gets a report of its own, and says nothing twice', async () => {
  const round = started('Ref,Status\n1.1.1,Complete\n');
  await round.run();
  const first = round.read(report);
  const other = join(round.data, '../other.csv');
  writeFileSync(other, 'Ref,Status\n1.1.1,Complete\n2.1.1,Complete\n');
  expect((await round.run({ file: other })).text).toContain('1 there already');
  writeFileSync(round.file, 'Ref,Status\n2.1.2,Complete\n');
  await round.run();
  expect(round.read(report)).toBe(first);
  expect(round.read('reports/2024-05-progress-2.yaml')).toContain('"2.1.1"');
  expect(round.read('reports/2024-05-progress-3.yaml')).toContain('"2.1.2"');
});

test('a report that was deleted by hand is not written again', async () => {
  const round = started('Ref,Status\n1.1.1,Complete\n');
  await round.run();
  rmSync(join(round.data, 'plans/new', report));
  expect((await round.run()).text).toContain('was deleted by hand');
  expect(round.has(report)).toBe(false);
});

test('what moved and why it was withdrawn is taken where a table says it', async () => {
  const round = started(
    'Ref,Status,Progress,New due date,Reason\n1.1.1,In progress,,March 2030,No money.\n2.1.1,Withdrawn,,,The fund closed.\n2.1.2,,Talks.,June 2031,\n',
  );
  const { text, exitCode } = await round.run();
  expect(exitCode).toBe(1);
  expect(text).toContain('no reason is given, so it was not taken');
  expect(loadRecords(round.data).problems).toEqual([]);
  expect(round.read(report)).toContain(`actions:
  "1.1.1":
    status: in progress
    due: March 2030
    reason: No money.
  "2.1.1":
    status: withdrawn
    reason: The fund closed.
  "2.1.2":
    text: Talks.
`);
});

test.each([
  ['Ref,Status\n9.9.9,Complete\n', 'The plan has no action 9.9.9'],
  ['Ref,Status\n1.1.1,Nearly there\n', 'Which status do these words mean?'],
  ['Ref,Status\n1.1.1,Withdrawn\n', 'these were withdrawn'],
  ['Ref,Status\n1.1.1,Complete\n1.1.1,Green\n', 'two rows for 1.1.1'],
  ['Ref,Status,By when\n1.1.1,Complete,March 2031\n', 'If it moved, add it to the report'],
  ['Ref,Status,Cost\n1.1.1,Complete,£20\n', 'The column “Cost”'],
  ['Ref,Status\n,Complete\n', 'does not say which action'],
])('%j needs a person, and no word of it is dropped', async (table, told) => {
  const round = started(table);
  const { text, exitCode } = await round.run();
  expect(exitCode).toBe(1);
  expect(text).toContain(told);
  expect(loadRecords(round.data).problems).toEqual([]);
  const kept = round.actions().join('\n') + (round.has(report) ? round.read(report) : '') + text;
  for (const word of table.split(/[\n,]/).slice(2))
    expect(kept.toLowerCase()).toContain(word.toLowerCase());
});

test('a late round goes between two others, and one that contradicts its own date is asked about', async () => {
  const round = started('Ref,Status\n1.1.1,Complete\n');
  await round.run();
  writeFileSync(round.file, 'Ref,Status\n1.1.1,On track\n');
  expect((await round.run({ reported: 'March 2024' })).exitCode).toBe(0);
  expect(loadRecords(round.data).problems).toEqual([]);
  const other = join(round.data, '../other.csv');
  writeFileSync(other, 'Ref,Status\n1.1.1,On track\n');
  const { text, exitCode } = await round.run({ file: other });
  expect(exitCode).toBe(1);
  expect(text).toContain(
    '2024-05-progress.yaml is also from May 2024, and says something else about it.',
  );
});

test.each([
  ['June 2031', 'Write why in the column “Reason”'],
  ['next spring', 'Write it in another way, such as March 2027'],
])(
  'a date that could not be taken is told again where a copy of the table is imported: %s',
  async (due, told) => {
    const table = `Ref,Progress,New due date,Reason\n1.1.1,Talks.,${due},\n`;
    const round = started(table);
    expect((await round.run()).text).toContain(told);
    const copy = join(round.data, '../copy.csv');
    writeFileSync(copy, table);
    const { text, exitCode } = await round.run({ file: copy });
    expect(text).toContain(told);
    expect(exitCode).toBe(1);
    expect(round.has('reports/2024-05-progress-2.yaml')).toBe(false);
  },
);

test('a round by somebody else is beside the one of the publisher', async () => {
  const round = started('Ref,Status\n1.1.1,Complete\n');
  await round.run();
  const other = join(round.data, '../group.csv');
  writeFileSync(other, 'Ref,Status\n1.1.1,Not started\n');
  expect((await round.run({ file: other, by: 'trust' })).exitCode).toBe(0);
  expect(round.read('reports/2024-05-progress-2.yaml')).toContain('by: trust');
});

test.each([
  ['someday', 'Ref,Status\n1.1.1,Complete\n', '“someday”'],
  ['Ongoing', 'Ref,Status\n1.1.1,Complete\n', 'no beginning or no end'],
  ['May 2024', 'a,b\n', 'No row of headings'],
])('--report %s with %j cannot run', async (reported, table, told) => {
  await expect(started(table).run({ reported })).rejects.toThrow(told);
});

test('words for a status are asked about once, in the file of answers beside what is open there', async () => {
  const round = started(
    'Ref,Status\n1.1.1,Nearly there\n2.1.1,Nearly there\n2.1.2,"On hold, for now"\n',
  );
  round.write('answers.yaml', 'dates:\n  # line 4\n  By summer:\nstatuses:\n  Sorted: complete\n');
  const first = await round.run();
  expect(first.exitCode).toBe(1);
  expect(first.text).toContain('under “statuses”, and import again');
  const answers = round.read('answers.yaml');
  expect(answers).toContain('  By summer:\n');
  expect(answers).toContain('  Sorted: complete\n');
  expect(answers.match(/Nearly there/g)).toHaveLength(1);
  expect(answers).toContain('--report "May 2024"');

  const filled = answers
    .replace('Nearly there:', 'Nearly there: in progress')
    .replace(/(On hold, for now.?):/, '$1: keep');
  round.write('answers.yaml', filled);
  const second = await round.run();
  expect(second).toMatchObject({ exitCode: 0 });
  expect(round.read(report)).toContain('status: in progress\n    status_text: Nearly there');
  expect(round.read('answers.yaml')).toBe(filled);
});

test('at a terminal, words for a status are asked about at once', async () => {
  const round = started('Ref,Status\n1.1.1,Nearly there\n2.1.1,Nearly there\n');
  const asked: string[] = [];
  const { exitCode } = await runProgressRound(
    { file: round.file, plan: 'new', data: round.data, reported: 'May 2024' },
    (question) => {
      asked.push(question);
      return Promise.resolve(1);
    },
  );
  expect(asked).toEqual(['The file says “Nearly there” about 2 actions. What does that mean?']);
  expect(exitCode).toBe(0);
  expect(round.read('answers.yaml')).toMatch(/nearly there: in progress/i);
});
