import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHeading } from '../columns/column-names.ts';
import { readMapping } from './mapping.ts';
import { importPlan } from '../import-plan.ts';
import { readDelimited } from '../read/read-delimited.ts';

const example = join(import.meta.dirname, '../../tests/fixtures/import/mapping.yaml');

test.each([
  ['Action', 'action'],
  ['WHAT WE WILL DO:', 'action'],
  ['Lead(s)', 'lead'],
  ['Who?', 'lead'],
  ['Responsible', 'lead'],
  ['Owner', 'lead'],
  ['By when', 'due'],
  ['Timescale', 'due'],
  ['Target date', 'due'],
  ['Deadline', 'due'],
  ['Measure/ impact', 'measure'],
  ['What success looks like', 'measure'],
  ['Status / RAG', 'status'],
  ['Progress', 'progress'],
  ['July 2019 update', 'progress'],
  ['Ref.', 'number'],
  ['No', 'number'],
  ['Outcome No.', 'outcome number'],
  ['Theme', 'theme'],
  ['Priority', 'theme'],
  ['Outcome', 'outcome'],
  ['Budget', 'note'],
  ['Pet', undefined],
  ['', undefined],
])('a column “%s” is for: %s', (heading, field) => {
  expect(readHeading(heading, new Map()).field).toBe(field);
});

test('a mapping file overrides headings, leads and statuses, and says what no table says', () => {
  const mapping = readMapping(readFileSync(example, 'utf8'), 'mapping.yaml');
  const table = readDelimited(
    new TextEncoder().encode(
      'Big idea,Pledge,Who,Status,Cost\nBreaks,Offer a break,The Town Hall,Sorted,£5\n',
    ),
  );
  const { files, account } = importPlan(
    table,
    {
      plan: 'mapped',
      file: 'x.csv',
      facts: mapping.plan,
      mapping,
      joinRows: mapping.joinRows === true,
      addOrganisations: false,
      addAbbreviations: false,
      earlier: {},
    },
    {
      organisations: [{ id: 'council', names: ['Anytown Council'] }],
      explained: [],
      terms: [],
      codes: {},
      plans: {},
    },
  );
  expect(account.lost).toEqual([]);
  expect(files[0]!.text).toContain('title: Breaks');
  expect(files[1]!.text).toContain('- council');
  expect(files[2]!.text).toContain('status: complete');
  expect(files[1]!.text).toContain('# £5');
});

test.each([
  ['columns:\n  Go: actoin\n', '“columns, Go” cannot be “actoin”. Did you mean “action”?'],
  [
    'statuses:\n  Green: on track\n',
    '“statuses, Green” cannot be “on track”. Use one of: not started,',
  ],
  ['statuses:\n  - Green\n', 'Write a line such as'],
  ['colums:\n  Go: action\n', 'Did you mean “columns”?'],
  ['columns: [\n', 'cannot be read'],
  ['words', 'Write a line such as'],
  ['join_rows: maybe\n', 'Use one of: true, false, yes, no'],
])('a mapping file with a mistake is refused: %j', (text, told) => {
  expect(() => readMapping(text, 'm.yaml')).toThrow(told);
});

test('answers are understood in capitals too', () => {
  const { statuses, sheets, rows, dayFirst, leads, dates } = readMapping(
    [
      'statuses:\n  Amber: In Progress\n  Red: KEEP\n',
      'sheets:\n  Breaks: Yes\n',
      'rows:\n  row 4: Note\n',
      'leads:\n  Night Line: New\n  Chair: Keep\n',
      'dates:\n  in time: Keep\n',
      'plan:\n  day_first: No\n',
    ].join(''),
    'm.yaml',
  );
  expect(Object.fromEntries(statuses)).toEqual({ amber: 'in progress', red: 'keep' });
  expect(sheets.get('Breaks')).toBe(true);
  expect(rows.get('row 4')).toBe('note');
  expect(dayFirst).toBe(false);
  expect(Object.fromEntries(leads)).toEqual({ 'Night Line': 'new', Chair: 'keep' });
  expect(dates.get('in time')).toBe('keep');
});
