import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { actionSchema } from '../../schema/action.ts';
import { planSchema } from '../../schema/plan.ts';
import { reportSchema } from '../../schema/report.ts';
import { account } from './account.ts';
import { comparableWords } from './comparable-words.ts';
import { cleanText } from '../read/clean-text.ts';
import { importPlan, type Surroundings } from '../import-plan.ts';
import { noMapping } from '../questions/mapping.ts';
import { CannotRun, type Table } from '../table.ts';

/** Enough to find what is wrong within seconds; more by the environment. */
const runs = Number(process.env['IMPORT_RUNS'] ?? 60);
vi.setConfig({ testTimeout: 600_000 });

const surroundings: Surroundings = {
  organisations: [
    { id: 'council', names: ['Anytown Council', 'AC'] },
    { id: 'trust', names: ['Health Trust', 'HT'] },
    { id: 'health', names: ['Health'] },
  ],
  explained: [],
  terms: [],
  codes: {},
  plans: {},
};

const headings = [
  ['Ref', 'Outcome', 'Action', 'Lead', 'By when', 'Measure', 'Status', 'Progress'],
  ['No', 'Outcome', 'What we will do', 'Who', 'Deadline', 'Impact', 'RAG'],
  [
    'Theme',
    'Priority number',
    'Action',
    'Responsible',
    'Partners',
    'Timescale',
    'Budget',
    'Update',
  ],
  ['Action', 'Owner', 'Due', 'Comments'],
  ['Status', 'Action', 'What success looks like', ''],
];

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'Carers',
    'will',
    'be',
    'heard.',
    'AC',
    'HT,',
    'Health',
    'Trust',
    'and',
    '/',
    '•',
    '-',
    '#',
    ':',
    '1.1',
    '1.',
    '2',
    'March',
    '2023',
    'Spring',
    'Complete',
    'Amber',
    'TBC',
    '"',
    '’',
    '- x',
    '\n',
    'IDENTIFICATION',
    '> x',
    '| y',
    '---',
    '…',
    '&',
    '*',
    '{a}',
    '[b]',
    '@',
    '%',
    'null',
    '1.10',
  ),
);
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom('1.1', '1.2', '1.2.', '1.9', '1.1 Carers are heard') },
  {
    weight: 1,
    arbitrary: fc.array(word, { minLength: 60, maxLength: 140 }).map((w) => w.join(' ')),
  },
);

const tables = fc
  .record({
    names: fc.constantFrom(...headings),
    above: fc.array(fc.array(cell, { maxLength: 2 }), { maxLength: 2 }),
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }),
    repeated: fc.nat(14),
    joinRows: fc.boolean(),
    paragraphs: fc.array(fc.nat(16), { maxLength: 2 }),
    covered: fc.boolean(),
  })
  .map(({ names, above, rows, repeated, joinRows, paragraphs, covered }) => {
    const lines = [...above, names, ...rows.slice(0, repeated), names, ...rows.slice(repeated)];
    const table: Table = {
      notes: [],
      leftOut: [],
      headingsGoOn: true,
      rows: lines.map((cells, at) => ({
        place: `row ${at + 1}`,
        block: paragraphs.filter((place) => place < at).length,
        kind: paragraphs.includes(at) && cells !== names ? 'paragraph' : 'row',
        cells: (paragraphs.includes(at) && cells !== names ? cells.slice(0, 1) : cells).map(
          (text, column) =>
            covered && text === '' && column > 0
              ? { text: '', covered: true }
              : { text: cleanText(text) },
        ),
      })),
    };
    for (const row of table.rows) if (row.cells.length === 0) row.cells.push({ text: '' });
    return { table, joinRows };
  });

function run(table: Table, joinRows: boolean, earlier: Record<string, string> = {}) {
  try {
    return importPlan(
      table,
      {
        plan: 'test',
        file: 'test.csv',
        facts: { publisher: 'council', reported: 'March 2022' },
        mapping: noMapping(),
        joinRows,
        addOrganisations: false,
        addAbbreviations: false,
        earlier,
      },
      surroundings,
    );
  } catch (error) {
    if (error instanceof CannotRun) return undefined;
    throw error;
  }
}

test('every word of every table is followed into a record, and none is added to the plan’s own words', () => {
  fc.assert(
    fc.property(tables, ({ table, joinRows }) => {
      const imported = run(table, joinRows);
      if (imported === undefined) return;
      expect(imported.account.lost).toEqual([]);
      expect(imported.account.invented).toEqual([]);
      expect(imported.account.rows).toHaveLength(table.rows.length);
      expect(imported.account.isWhole).toBe(true);
    }),
    { numRuns: runs * 3, endOnFailure: true },
  );
});

test('whatever the table holds, each record is one that the schema accepts, and each file has its own name', () => {
  fc.assert(
    fc.property(tables, ({ table, joinRows }) => {
      const imported = run(table, joinRows);
      if (imported === undefined) return;
      for (const { path, text } of imported.files) {
        const schema = path.endsWith('plan.yaml')
          ? planSchema
          : path.includes('/reports/')
            ? reportSchema
            : actionSchema;
        const read = schema.safeParse(parse(text, { schema: 'failsafe' }));
        expect(read.error?.issues ?? [], `${path}\n${text}`).toEqual([]);
      }
      const paths = imported.files.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
    }),
    { numRuns: runs * 2, endOnFailure: true },
  );
});

test('a second import gives the same files, also with rows in between', () => {
  fc.assert(
    fc.property(tables, ({ table, joinRows }) => {
      const first = run(table, joinRows);
      if (first === undefined) return;
      const second = run(table, joinRows, first.references)!;
      expect(second.files.map(({ path }) => path)).toEqual(first.files.map(({ path }) => path));
      expect(second.files.map(({ text }) => text)).toEqual(first.files.map(({ text }) => text));
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('the account notices a word that goes missing, one that is added, and two in another order', () => {
  const table: Table = {
    notes: [],
    leftOut: [],
    headingsGoOn: false,
    rows: [
      ['Action', 'Lead'],
      ['Carers will be heard', 'Anytown Council'],
    ].map((cells, at) => ({
      place: `row ${at + 1}`,
      block: 0,
      kind: 'row',
      cells: cells.map((text) => ({ text })),
    })),
  };
  const { files, read: draft } = run(table, false)!;
  const after = (from: string, to: string) =>
    account(
      table,
      draft,
      files.map((file) => ({
        ...file,
        text: file.text.replace(`promise: ${from}`, `promise: ${to}`),
      })),
    );
  expect(after('Carers', 'Carers').lost).toEqual([]);
  expect(after('Carers will be heard', 'Carers will heard').lost[0]?.place).toBe('row 2');
  expect(after('Carers will be heard', 'Carers be will heard').lost[0]?.place).toBe('row 2');
  expect(after('Carers', 'All Carers').invented[0]?.text).toBe('all');
});

test('marks of lists are no words, and the stop after a number is none', () => {
  expect(comparableWords('• 1.2. Carers –  are\nheard.')).toEqual([
    '1.2',
    'carers',
    'are',
    'heard.',
  ]);
});
