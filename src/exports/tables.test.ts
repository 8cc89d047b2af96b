import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { realRegister, soundRegister, testSite } from '../tests/registers.ts';
import { actionsTable, columns, type Cell } from './actions-table.ts';
import { csvMetadata } from './csv-metadata.ts';
import { listSeparator, neutralised, writeCsv } from './csv.ts';
import { writeXlsx, xlsxParts } from './xlsx.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Back from text to values, by what the description beside the file says and nothing else. */
function readCsv(text: string): Cell[][] {
  const { tableSchema } = JSON.parse(csvMetadata(soundRegister(), testSite));
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  return rows.map((row) =>
    tableSchema.columns.map(
      ({ name, datatype, separator }: { name: string; datatype: unknown; separator?: string }) => {
        const cell = row[name]!.replace(/^'|(?<=[;\n])'/g, '');
        if (separator !== undefined) return cell === '' ? [] : cell.split(separator);
        if (cell === '') return null;
        return (datatype as { base?: string }).base === 'boolean' ? cell === 'true' : cell;
      },
    ),
  );
}

test('the table as CSV, byte for byte', async () => {
  const csv = writeCsv(actionsTable(soundRegister(), testSite));
  await expect(csv).toMatchFileSnapshot('../tests/fixtures/sound-actions.csv');
  await expect(csvMetadata(soundRegister(), testSite)).toMatchFileSnapshot(
    '../tests/fixtures/sound-actions.csv-metadata.json',
  );
  expect(writeCsv(actionsTable(soundRegister(), testSite))).toBe(csv);
});

test('the file begins with the mark that Excel needs, and its rows end in CRLF', () => {
  const csv = writeCsv(actionsTable(soundRegister(), testSite));
  expect(csv.startsWith('\uFEFFreference,')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(soundRegister().actions.length + 2);
});

test.each([
  ['the made-up records', soundRegister],
  ['the real records', realRegister],
])('CSV back to values loses nothing of %s', { timeout: 60_000 }, (_name, register) => {
  const table = actionsTable(register(), testSite);
  expect(readCsv(writeCsv(table))).toEqual(table);
});

describe('any cells at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '＝', 'a'),
      maxLength: 6,
    }),
  );
  const cellOf = (type: (typeof columns)[number]['type']): fc.Arbitrary<Cell> => {
    if (type === 'yes or no') return fc.boolean();
    if (type === 'list') {
      return fc.array(piece.filter((text) => text !== '' && !text.includes(listSeparator)));
    }
    return fc.option(piece.filter((text) => text !== ''));
  };
  const table = fc.array(fc.tuple(...columns.map(({ type }) => cellOf(type))), { maxLength: 4 });

  test('come back from CSV as they were', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows);
      }),
    );
  });

  test('never begin as a formula does', () => {
    fc.assert(
      fc.property(piece, (text) => {
        const safe = neutralised(text);
        for (const part of safe.split(';')) expect(part).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        for (const line of safe.split('\n')) expect(line).not.toMatch(/^[=@＝＠]|^[+\-＋－](?! )/);
        expect(safe.replace(/^'|(?<=[;\n])'/g, '')).toBe(text);
      }),
    );
  });
});

test('a text that Excel would decode comes out as it went in', async () => {
  const [row] = actionsTable(soundRegister(), testSite);
  const at = columns.findIndex(({ name }) => name === 'promise');
  const odd = 'Say _x0041_ and _x000D_, and __x005F_x0041_.';
  const [sheet] = await readExcelFile(Buffer.from(await writeXlsx([row!.with(at, odd)])));
  expect(sheet!.data[1]![at]).toBe(odd);
});

describe('the spreadsheet', { timeout: 60_000 }, () => {
  const asRead = (cell: Cell, type: string) => {
    if (cell === null || typeof cell === 'boolean') return cell;
    if (type === 'day') return new Date(`${String(cell)}T00:00:00Z`);
    return typeof cell === 'string' ? cell : cell.join('\n') || null;
  };

  test('holds every cell of the table, days as real dates', async () => {
    const table = actionsTable(realRegister(), testSite);
    const [sheet, about] = await readExcelFile(Buffer.from(await writeXlsx(table)), {
      trim: false,
    });
    expect([sheet!.sheet, about!.sheet]).toEqual(['Actions', 'About the columns']);
    const [heading, ...rows] = sheet!.data;
    expect(heading).toEqual(columns.map(({ title }) => title));
    expect(rows).toEqual(
      table.map((row) => row.map((cell, index) => asRead(cell, columns[index]!.type))),
    );
    expect(rows[0]!.some((cell) => cell instanceof Date)).toBe(true);
    expect(about!.data.slice(1).map(([title]) => title)).toEqual(heading);
  });

  test('has a filter on every column, and headings that stay', async () => {
    const parts = unzipSync(await writeXlsx(actionsTable(soundRegister(), testSite)));
    const text = (name: string) => new TextDecoder().decode(parts[name]);
    const sheet = text('xl/worksheets/sheet1.xml');
    // The second letter of a column after Z: AA is the 27th.
    const last = `A${String.fromCharCode(64 + columns.length - 26)}`;
    expect(sheet).toContain(`<autoFilter ref="A1:${last}7"/>`);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1" [^>]*state="frozen"/);
    expect(sheet).not.toContain('<f>');
    expect(text('xl/workbook.xml')).toContain(`Actions!$A$1:$${last}$7`);
    expect(text('xl/worksheets/sheet2.xml')).not.toContain('autoFilter');
  });

  test('is the same, byte for byte, at another hour in another place', async () => {
    const { TZ } = process.env;
    const written: string[] = [];
    for (const [zone, now] of [
      ['Europe/London', '2024-02-29T23:59:00Z'],
      ['Pacific/Auckland', '2031-07-01T12:00:00Z'],
    ] as const) {
      process.env['TZ'] = zone;
      vi.setSystemTime(now);
      const bytes = await writeXlsx(actionsTable(soundRegister(), testSite));
      written.push(Buffer.from(bytes).toString('base64'));
    }
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
    expect(written[0]).toBe(written[1]);
  });

  test('is the same, byte for byte, where it comes in pieces', async () => {
    const rows = actionsTable(soundRegister(), testSite);
    // Long enough for several pieces.
    const table = Array.from({ length: 3000 }, (_, index) => rows[index % rows.length]!);
    const pieces = await Array.fromAsync(xlsxParts(table));
    expect(pieces.length).toBeGreaterThan(10);
    expect(Buffer.concat(pieces).equals(await writeXlsx(table))).toBe(true);
  });

  test('cuts a text that Excel would refuse, and says so', async () => {
    const [row] = actionsTable(soundRegister(), testSite);
    const at = columns.findIndex(({ name }) => name === 'promise');
    const [sheet] = await readExcelFile(
      Buffer.from(await writeXlsx([row!.with(at, 'a'.repeat(40_000))])),
    );
    const cell = String(sheet!.data[1]![at]);
    expect(cell).toHaveLength(32_767);
    expect(cell.endsWith('(The JSON file has the rest.)')).toBe(true);
  });
});

test('every column has a name of its own and is described', () => {
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
  for (const { name, description } of columns) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(description).toMatch(/\.$/);
  }
});

test('a column that is said to be in every row is', { timeout: 60_000 }, () => {
  for (const row of actionsTable(realRegister(), testSite)) {
    for (const [index, { name, required }] of columns.entries()) {
      if (required) expect(row[index], name).not.toBeNull();
    }
  }
});
