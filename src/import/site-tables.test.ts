import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { expect, onTestFinished, test } from 'vitest';
import { actionsTable } from '../exports/actions-table.ts';
import { writeCsv } from '../exports/csv.ts';
import { progressColumns, writeProgressSheet } from '../exports/progress-sheet.ts';
import { writeXlsx } from '../exports/xlsx.ts';
import { loadRecords } from '../records/load-records.ts';
import { linkRegister } from '../register/link.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { runProgressRound } from './run-progress-round.ts';

const site = new URL('https://promises.example/');
const sheetPart = 'xl/worksheets/sheet1.xml';
const report = 'plans/new/reports/2024-05-progress.yaml';

/** A copy of the sound records, with what the site publishes of them. */
function published() {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  cpSync(soundFolder, data, { recursive: true });
  const register = linkRegister(loadRecords(data).records!, '2024-06-01');
  const plan = register.plans.find(({ id }) => id === 'new')!;
  const take = async (name: string, bytes: string | Uint8Array, reported = 'May 2024') => {
    writeFileSync(join(folder, name), bytes);
    const result = await runProgressRound({
      file: join(folder, name),
      plan: 'new',
      data,
      reported,
    });
    const written = join(data, report);
    return { ...result, written: existsSync(written) ? readFileSync(written, 'utf8') : '' };
  };
  return { data, register, plan, take };
}

/** A workbook in which somebody has typed into cells: “H2” → the text. */
function typedInto(bytes: Uint8Array, cells: Record<string, string>): Uint8Array {
  const parts = unzipSync(bytes);
  let sheet = strFromU8(parts[sheetPart]!);
  for (const [place, text] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${place}"( s="\\d+")?(?:/>|[^>]*>.*?</c>)`);
    expect(sheet, place).toMatch(cell);
    sheet = sheet.replace(cell, `<c r="${place}"$1 t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  return zipSync({ ...parts, [sheetPart]: strToU8(sheet) });
}

test('the progress sheet comes back as one report, and rows that nobody touched say nothing', async () => {
  const { data, plan, take } = published();
  const sheet = await writeProgressSheet(plan);
  expect((await take('empty.xlsx', sheet)).text).toContain('No report was written.');

  const row = plan.actions.findIndex(({ id }) => id === 'new-1-1-1') + 2;
  const other = plan.actions.findIndex(({ id }) => id === 'new-2-1-1') + 2;
  const filled = typedInto(sheet, {
    [`H${row}`]: 'complete',
    [`I${row}`]: 'All done &amp; paid.',
    [`H${other}`]: 'withdrawn',
    [`K${other}`]: 'The fund closed.',
  });
  const { text, exitCode, written } = await take('filled.xlsx', filled);
  expect(exitCode, text).toBe(0);
  expect(written.replace(/^#.*\n/, '')).toBe(`reported: May 2024
actions:
  "1.1.1":
    status: complete
    text: All done & paid.
  "2.1.1":
    status: withdrawn
    reason: The fund closed.
`);
  expect(loadRecords(data).problems).toEqual([]);
  expect((await take('filled.xlsx', filled)).text).toContain('is as it was');
});

test('in the progress sheet all is locked but what is to be filled in, and a status is chosen from a list', async () => {
  const { plan } = published();
  const bytes = await writeProgressSheet(plan);
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts[sheetPart]!);
  const styles = [
    .../<cellXfs[^>]*>(.*)<\/cellXfs>/
      .exec(strFromU8(parts['xl/styles.xml']!))![1]!
      .matchAll(/<xf.*?<\/xf>/g),
  ].map(([style]) => style);
  expect(sheet).toContain('<sheetProtection sheet="1"');
  for (const [at, { title, isToFillIn }] of progressColumns.entries()) {
    const letter = String.fromCharCode(65 + at);
    const style = new RegExp(`<c r="${letter}2" s="(\\d+)"`).exec(sheet)?.[1];
    const isOpen = style !== undefined && styles[Number(style)]!.includes('locked="0"');
    expect(isOpen, title).toBe(isToFillIn);
  }
  const last = plan.actions.length + 1;
  expect(sheet).toContain(
    `sqref="H2:H${last}"><formula1>"not started,in progress,complete,not reported,withdrawn"</formula1>`,
  );
  // The order that the format asks for, without which Excel offers to repair the file.
  const order = [...sheet.matchAll(/<(sheetData|sheetProtection|dataValidations|pageSetup)\b/g)];
  expect(order.map(([, name]) => name)).toEqual([
    'sheetData',
    'sheetProtection',
    'dataValidations',
    'pageSetup',
  ]);
  const [first, second] = await readXlsx(Buffer.from(bytes));
  expect(first!.data[1]!.slice(0, 2)).toEqual([plan.actions[0]!.spoken, plan.actions[0]!.title]);
  expect(second!.data.flat().join('\n')).toContain('--plan new --report');
});

test('the site’s own table comes back with what was filled in, whether as CSV or as a workbook', async () => {
  const { data, register, take } = published();
  const rows = actionsTable(register, site);
  const untouched = await take('actions.csv', writeCsv(rows));
  expect(untouched.text).toContain('No report was written.');
  expect(untouched.text).toContain('rows are about actions of other plans');
  expect(untouched.exitCode, untouched.text).toBe(0);
  expect((await take('actions.xlsx', await writeXlsx(rows))).text).toContain(
    'No report was written.',
  );

  const records: Record<string, string>[] = parse(writeCsv(rows), { columns: true, bom: true });
  for (const record of records) {
    if (record['id'] === 'new-1-1-1') record['status'] = 'complete';
    if (record['id'] === 'new-1-1-2') record['updates'] += '\n\nIt has begun again.';
    record['Progress'] = record['id'] === 'new-2-1-2' ? 'Talks began.' : '';
  }
  const filled = stringify(records, { header: true, bom: true });
  const { text, exitCode, written } = await take('filled.csv', filled);
  expect(exitCode, text).toBe(0);
  expect(written.replace(/^#.*\n/, '')).toBe(`reported: May 2024
actions:
  "1.1.1":
    status: complete
  "1.1.2":
    text: It has begun again.
  "2.1.2":
    text: Talks began.
`);
  expect(loadRecords(data).problems).toEqual([]);
  // By now the site says so too, which makes no difference to the same file.
  expect((await take('filled.csv', filled)).text).toContain('is as it was');
});

test('where more was reported since the table was taken, nothing is guessed', async () => {
  const { data, register, take } = published();
  const records: Record<string, string>[] = parse(writeCsv(actionsTable(register, site)), {
    columns: true,
    bom: true,
  });
  for (const record of records) if (record['id'] === 'new-1-1-1') record['status'] = 'complete';
  mkdirSync(join(data, 'plans/new/reports'), { recursive: true });
  writeFileSync(
    join(data, 'plans/new/reports/2024-04.yaml'),
    'reported: April 2024\nactions:\n  "1.1.1":\n    status: not started\n',
  );
  const { text, exitCode, written } = await take('old.csv', stringify(records, { header: true }));
  expect(exitCode).toBe(1);
  expect(text).toContain('0 there already, 1 needs you,');
  expect(text).toContain('It was last reported on in April 2024, which this table does not have');
  expect(written).toBe('');
});
