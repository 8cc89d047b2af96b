import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { testDate } from './places.ts';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';

const pages = builtPages();
const page = pages.find(({ address }) => address === '/guide/data/')!.root;

test('each file with everything is listed with its true size and number of records', () => {
  const rows = page.querySelectorAll('table')[0]!.querySelectorAll('tbody tr');
  const read = (path: string) => readFileSync(join(builtSite, path));
  const all = JSON.parse(read('/data/actions.json').toString()).length;
  const holds: Record<string, string> = {
    '/data/actions.xlsx': `${all} rows`,
    '/data/actions.csv': `${parse(read('/data/actions.csv'), { bom: true }).length - 1} rows`,
    '/data/actions.csv-metadata.json': `${JSON.parse(read('/data/actions.csv-metadata.json').toString()).tableSchema.columns.length} columns`,
    '/data/actions.json': `${all} records`,
    '/all.ics': `${
      read('/all.ics')
        .toString()
        .match(/^BEGIN:VEVENT/gm)!.length
    } dates`,
    '/changes.atom': `${
      read('/changes.atom')
        .toString()
        .match(/<entry>/g)!.length
    } changes`,
  };
  const told = rows.map((row) => [
    row.querySelector('a')!.getAttribute('href')!,
    row.querySelector('td .soft')!.text,
  ]);
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(
      Object.entries(holds).map(([path, number]) => [
        path,
        `${number}, ${Math.ceil(read(path).length / 1000)} KB`,
      ]),
    ),
  );
});

test('the terms and the day of the data are on the page', () => {
  expect(page.text).toContain('Open Government Licence v3.0');
  const day = new Date(testDate).toLocaleDateString('en-GB', { dateStyle: 'long' });
  expect(page.text).toContain(`overdue on ${day}`);
});

test('an action that was joined to another says at its top when, where it goes on, and what the report says of it', () => {
  const { root } = pages.find(({ address }) => address === '/actions/nat-4-4/')!;
  const banner = root.querySelector('article > .banner:first-child')!;
  const text = banner.text.replace(/\s+/g, ' ');
  expect(text).toContain('joined to another one in July 2019.');
  expect(text).toContain('“This action has been combined with Action 4.3.”');
  expect(banner.querySelector('a')!.getAttribute('href')).toBe('/actions/nat-4-3/');
});
