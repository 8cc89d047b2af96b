import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { loadRecords } from '../records/load-records.ts';
import type { ActionRecord } from '../schema/action.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { runProgressRound } from './run-progress-round.ts';

function started(table: string) {
  const folder = mkdtempSync(join(tmpdir(), 'round-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  cpSync(soundFolder, data, { recursive: true });
  const file = join(folder, 'round.csv');
  writeFileSync(file, table);
  const read = (reference: string) =>
    readFileSync(join(data, `plans/new/actions/${reference}.yaml`), 'utf8');
  const write = (reference: string, text: string) =>
    writeFileSync(join(data, `plans/new/actions/${reference}.yaml`), text);
  const run = (reported = 'May 2024') => runProgressRound({ file, plan: 'new', data, reported });
  return { data, file, read, write, run };
}
const parsed = (text: string) => parse(text, { schema: 'failsafe' }) as ActionRecord;

test('each row is added as an update, and every other byte stays', async () => {
  const round = started(
    'Ref,Status,Progress\nNEW 1.1.1,Complete,All done.\nnew-2-1-1,On track,\n1.1.2.,,\n',
  );
  const commented = `# keep me\n${round.read('1.1.1')}# and me\n`;
  round.write('1.1.1', commented);
  const before = round.read('2.1.1');
  const { text, exitCode } = await round.run();
  expect(exitCode).toBe(0);
  expect(text).toContain('line 2: taken → 1.1.1.yaml');
  expect(text).toContain('It reports nothing.');
  expect(text).toContain('nothing was reported of them: 2.1.2');
  expect(loadRecords(round.data).problems).toEqual([]);

  const added = '  - reported: May 2024\n    status: complete\n    text: All done.\n';
  expect(round.read('1.1.1')).toContain(added);
  expect(round.read('1.1.1').replace(added, '')).toBe(commented);
  expect(parsed(round.read('2.1.1')).updates?.at(-1)).toEqual({
    reported: 'May 2024',
    status: 'in progress',
    status_text: 'On track',
  });
  expect(parsed(before).promise).toBe(parsed(round.read('2.1.1')).promise);
});

test('the same round again changes nothing', async () => {
  const round = started('Ref,Status,Progress\n1.1.1,Complete,All done.\n');
  await round.run();
  const once = round.read('1.1.1');
  const { text } = await round.run();
  expect(round.read('1.1.1')).toBe(once);
  expect(text).toContain('1 there already');
});

test.each([
  ['Ref,Status\n9.9.9,Complete\n', 'The plan has no action 9.9.9'],
  ['Ref,Status\n1.1.1,Nearly there\n', 'Which status do these words mean?'],
  ['Ref,Status\n1.1.1,Withdrawn\n', 'status: withdrawn'],
  ['Ref,Status\n1.1.1,Complete\n1.1.1,Green\n', 'two rows for 1.1.1'],
  ['Ref,Status,By when\n1.1.1,Complete,March 2031\n', 'If it moved, add it to the update'],
  ['Ref,Status,Cost\n1.1.1,Complete,£20\n', 'The column “Cost”'],
  ['Ref,Status\n,Complete\n', 'does not say which action'],
])('%j needs a person, and no word of it is dropped', async (table, told) => {
  const round = started(table);
  const { text, exitCode } = await round.run();
  expect(exitCode).toBe(1);
  expect(text).toContain(told);
  expect(loadRecords(round.data).problems).toEqual([]);
  const kept = ['1.1.1', '1.1.2', '2.1.1', '2.1.2'].map(round.read).join('\n') + text;
  for (const word of table.split(/[\n,]/).slice(2))
    expect(kept.toLowerCase()).toContain(word.toLowerCase());
});

test('a round from before the newest update is left to a person', async () => {
  const round = started('Ref,Status\n1.1.1,Complete\n');
  await round.run('May 2024');
  writeFileSync(round.file, 'Ref,Status\n1.1.1,On track\n');
  const { text } = await round.run('March 2024');
  expect(text).toContain('after this report');
  const other = await round.run('May 2024');
  expect(other.text).toContain('it says something else');
});

test.each([
  ['someday', 'Ref,Status\n1.1.1,Complete\n', '“someday”'],
  ['Ongoing', 'Ref,Status\n1.1.1,Complete\n', 'no beginning or no end'],
  ['May 2024', 'a,b\n', 'No row of headings'],
])('--report %s with %j cannot run', async (reported, table, told) => {
  await expect(started(table).run(reported)).rejects.toThrow(told);
});
