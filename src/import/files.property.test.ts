import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeDocx } from '../tests/fixtures/import/make-docx.ts';
import { makeXlsx } from '../tests/fixtures/import/make-xlsx.ts';
import { comparableWords } from './account/comparable-words.ts';
import { importPlan } from './import-plan.ts';
import { noMapping } from './questions/mapping.ts';
import { readFileAsTable } from './read/read-file.ts';
import { CannotRun } from './table.ts';

/** So many tables of each kind of file; more by the environment. */
const runs = Number(process.env['IMPORT_RUNS'] ?? 120);
vi.setConfig({ testTimeout: 3_600_000 });

/** Names of columns: known ones, long ones, and ones that nobody knows. */
const names = fc.shuffledSubarray(
  [
    'Ref',
    'Theme',
    'Outcome',
    'Lead',
    'By when',
    'Status',
    'Progress update',
    'Q1 update',
    'Date raised',
    'Update March 2022',
    'Update June 2021',
    'Month',
    'Year',
    'Priority',
    'Done?',
    '#',
    'How will we know that what we did has made a difference to the lives of carers in the town?',
    'Ward',
    '',
  ],
  { minLength: 1, maxLength: 8 },
);

const word = fc.constantFrom(
  ...'Carers will be heard. the council trust AC WE open three centres Action Lead Ref Status update'.split(
    ' ',
  ),
  ...[
    '1.1',
    '1.2.',
    'March',
    '2025',
    'Spring',
    'Complete',
    'Amber',
    'TBC',
    'Priority',
    '&',
    '<b',
    '“x”',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(' '));
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: words },
  { weight: 1, arbitrary: fc.constantFrom('1.1', '1.2', 'WB-04', 'March 2025', 'In progress') },
  // What stands for something else, or shows nothing.
  {
    weight: 1,
    arbitrary: fc.constantFrom('As above', '〃', '#N/A', '=SUM(A1)', '-----', 'x', '☐', 'High'),
  },
  // What looks like a heading of the table, or of a theme.
  {
    weight: 1,
    arbitrary: fc.constantFrom('Action', 'Lead', 'Status', 'THEME', 'Priority 2: Money'),
  },
);

const tables = fc
  .record({
    names,
    at: fc.nat(8),
    above: fc.array(fc.array(cell, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 }),
    repeated: fc.option(fc.nat(12)),
    inTwo: fc.boolean(),
    ticks: fc.option(fc.array(fc.constantFrom('', 'x', '✓', '☐', '☒'), { minLength: 3 })),
  })
  .map(({ names: others, at, above, rows, repeated, inTwo, ticks }) => {
    const ticked = ticks === null ? [] : ['Not started', 'In progress', 'Complete'];
    const headings = [...others.toSpliced(at, 0, 'Action'), ...ticked];
    const width = headings.length;
    const head = inTwo
      ? [headings.map((_, column) => (column === 1 ? 'Delivery' : '')), headings]
      : [headings];
    const first = width - ticked.length;
    const body = rows.map((cells, row) =>
      headings.map((_, column) =>
        column < first || ticks === null
          ? (cells[column] ?? '')
          : ticks[(row * 3 + column) % ticks.length]!,
      ),
    );
    const again = repeated === null ? [] : [headings];
    return [
      ...above.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? '')),
      ...head,
      ...body.slice(0, repeated ?? 0),
      ...again,
      ...body.slice(repeated ?? 0),
    ];
  });

const kinds: [name: string, bytes: (rows: string[][]) => Uint8Array][] = [
  ['plan.csv', (rows) => new TextEncoder().encode(stringify(rows))],
  ['plan.xlsx', makeXlsx],
  ['plan.docx', (rows) => makeDocx([{ table: rows }])],
];

test.each(kinds)(
  'every word of a file of any kind goes into a record, a note, a heading or is left out with a reason: %s',
  async (name, bytesOf) => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(tables, fc.boolean(), async (rows, addOrganisations) => {
        const table = await readFileAsTable(name, bytesOf(rows));
        try {
          const { account } = importPlan(
            table,
            {
              plan: 'test',
              file: name,
              facts: { publisher: 'council', reported: 'March 2022' },
              mapping: noMapping(),
              joinRows: false,
              addOrganisations,
              addAbbreviations: false,
              earlier: {},
            },
            {
              organisations: [{ id: 'council', names: ['Anytown Council', 'AC'] }],
              explained: [],
              terms: [],
              codes: {},
              plans: {},
            },
          );
          read += 1;
          // Counted from what was put into the file, and not from what was read.
          const put = rows.flat().flatMap((text) => comparableWords(text)).length;
          const { all, ...parts } = account.words;
          expect(all).toBe(put);
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(put);
          expect([account.lost, account.invented]).toEqual([[], []]);
          expect(account.isWhole).toBe(true);
        } catch (error) {
          if (!(error instanceof CannotRun)) throw error;
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(read).toBeGreaterThan(runs / 4);
  },
);
