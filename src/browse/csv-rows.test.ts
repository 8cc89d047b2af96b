import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';

const csv = readFileSync(new URL('../tests/fixtures/sound-actions.csv', import.meta.url), 'utf8');

test('all rows give the whole table back, line ends within cells and all', () => {
  const ids = ['new-1-1-1', 'new-1-1-2', 'new-2-1-1', 'new-2-1-2', 'old-1-2', 'old-1-10'];
  expect(csvRows(csv, 'id', ids)).toBe(csv);
});

test('the rows asked for come in the order asked for', () => {
  const table = '\uFEFFid,text\r\na,"x, ""y""\r\nz"\r\nb,\r\n';
  expect(csvRows(table, 'id', ['b', 'a'])).toBe('\uFEFFid,text\r\nb,\r\na,"x, ""y""\r\nz"\r\n');
  expect(csvRows(table, 'id', [])).toBe('\uFEFFid,text\r\n');
});

test('a column that is not there is an error', () => {
  expect(() => csvRows('a,b\r\n', 'id', [])).toThrow('The table has no column “id”.');
});
