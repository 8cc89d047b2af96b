import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { loadRecords } from '../records/load-records.ts';
import type { ActionRecord } from '../schema/action.ts';
import type { PlanRecord } from '../schema/plan.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import { runImport } from './run-import.ts';
import { runProgressRound } from './run-progress-round.ts';

/** Small made-up tables, each showing one thing that real trackers, spreadsheets and plans do. */
const cases = join(import.meta.dirname, '../tests/fixtures/import/cases');

function emptyRegister(): string {
  const data = mkdtempSync(join(tmpdir(), 'case-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(join(data, path, '..'), { recursive: true });
    writeFileSync(join(data, path), text);
  };
  write(
    'site.yaml',
    'name: Promised\nsummary: What was promised.\nurl: https://carers.example.org/\nrun_by: Anytown Council\nofficial: Anytown Council runs this site.\ncontact: a@example.org\n',
  );
  write(
    'organisations/anytown-council.yaml',
    'name: Anytown Council\nkind: council\nabout: The publisher.\nbasis:\n  from: general knowledge\n  note: Given here.\n',
  );
  return data;
}

interface Result {
  exitCode: number;
  text: string;
  data: string;
  plan: PlanRecord;
  actions: Record<string, ReportedAction>;
}

/** An action, and what its newest report says of it. */
type ReportedAction = ActionRecord & { statement: StatementRecord | undefined };

function recordsIn(data: string): Pick<Result, 'plan' | 'actions'> {
  const read = <T>(path: string) =>
    parse(readFileSync(join(data, 'plans/plan', path), 'utf8'), { schema: 'failsafe' }) as T;
  const names = (folder: string) => {
    const path = join(data, 'plans/plan', folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  };
  const statements: Record<string, StatementRecord> = Object.assign(
    {},
    ...names('reports').map((name) => read<ReportRecord>(`reports/${name}`).actions),
  );
  return {
    plan: read<PlanRecord>('plan.yaml'),
    actions: Object.fromEntries(
      names('actions').map((name) => {
        const reference = name.replace('.yaml', '');
        const action = read<ActionRecord>(`actions/${name}`);
        return [reference, { ...action, statement: statements[reference] }];
      }),
    ),
  };
}

async function imported(
  file: string,
  { data = emptyRegister(), mapping }: { data?: string; mapping?: string } = {},
): Promise<Result> {
  const { exitCode, text } = await runImport({
    file: join(cases, file),
    plan: 'plan',
    data,
    mapping: mapping && join(cases, mapping),
    joinRows: false,
    addOrganisations: true,
    addAbbreviations: true,
    facts: { code: 'any', publisher: 'anytown-council', reported: 'March 2026' },
  });
  expect(text).toContain('No words were lost');
  return { exitCode, text, data, ...recordsIn(data) };
}

/** What a case has to give: by reference, the fields that matter; an empty list of `open` where nothing is asked. */
type Expected = Record<
  string,
  Partial<Omit<ActionRecord, 'source'>> & {
    status?: string | undefined;
    words?: string;
    text?: string;
    open?: string[];
    own?: string;
  }
>;

function shown(action: ReportedAction) {
  const { statement: update } = action;
  return {
    ...action,
    status: update?.status,
    words: update?.status_text,
    text: update?.text,
    own: action.source.due,
    open: (action.needs_review ?? []).map(({ field }) => field),
  };
}

const centres = 'The team will open three centres.';
const staff = 'The team will train staff.';
const march = { promise: centres, due: 'March 2025', open: [] as string[] };

const expectations: [file: string, exitCode: 0 | 1, expected: Expected][] = [
  [
    'k01-row-taken-for-headings.csv',
    0,
    {
      1.1: { open: [] },
      1.2: { promise: 'We will train staff.', due: 'April 2025' },
      1.3: { due: 'May 2025', status: 'complete' },
    },
  ],
  [
    'k02-row-taken-for-headings-no-ref.csv',
    0,
    { 1.1: {}, 1.2: { promise: 'We will train staff.' }, 1.3: {} },
  ],
  ['k04-date-raised.csv', 0, { 1: { due: undefined, open: [] }, 2: { due: undefined, open: [] } }],
  [
    'k06-action-no-action-lead.csv',
    0,
    {
      1.1: { promise: 'Open three centres.', leads: ['anytown-council'] },
      1.2: { leads: ['anytown-trust'] },
    },
  ],
  [
    'k07-action-id-action-status.csv',
    0,
    { a1: { promise: 'Open three centres.', status: 'in progress' } },
  ],
  [
    'k09-why-who-when.csv',
    0,
    { 1: { promise: 'Open three centres.', leads: ['anytown-council'], due: 'March 2025' } },
  ],
  [
    'k11-recommendation.csv',
    0,
    { 1.1: { promise: 'Open three centres.', due: 'March 2025', status: 'in progress' } },
  ],
  ['c01-uk-dates.csv', 0, { 1.1: { open: [] }, 1.2: { open: [] }, 1.3: { open: [] } }],
  [
    'c02-serials.csv',
    1,
    { 1.1: { due: undefined, own: '45747', open: ['due'] }, 1.2: { open: ['due'] } },
  ],
  [
    'c03-repeated-number.csv',
    1,
    { '1.1.1': { open: [] }, '1.1.1.2': { open: ['reference'], promise: staff }, '1.1.2': {} },
  ],
  ['c05-date-like-ref.csv', 1, { 1.1: { open: ['reference'] }, 1.2: { open: ['reference'] } }],
  [
    'c06-semicolon.csv',
    0,
    { 1.1: { promise: 'The team will open three centres, one in each town, with staff' } },
  ],
  [
    'c07-cp1252.csv',
    0,
    { 1.1: { promise: 'The team will give £200 to each carer – “no strings”.' } },
  ],
  [
    'c08-quote-in-field.csv',
    0,
    {
      1.1: { promise: 'The team will hold 5" wide "drop in" sessions.' },
      1.2: { promise: 'The team will train staff, and "champions".' },
    },
  ],
  [
    'c09-unclosed-quote.csv',
    1,
    {
      1.1: { due: 'March 2025', open: ['promise'] },
      1.2: { promise: staff, open: [] },
      1.3: { status: 'complete', open: [] },
    },
  ],
  ['c10-trailing-title.csv', 1, { 1.1: march }],
  ['c12-utf16.txt', 0, { 1.1: march }],
  ['c13-mac-cr.csv', 0, { 1.1: march, 1.2: { promise: staff } }],
  ['c14-sep-line.csv', 0, { 1.1: march }],
  [
    'c15-html-cells.csv',
    0,
    {
      1.1: { promise: 'The team will open three centres.\n\nThe team will tell carers.' },
      1.2: { promise: 'Waiting time <2 weeks & >90% happy' },
    },
  ],
  [
    'c16-english-tracker.csv',
    0,
    {
      h01: { promise: centres, status: 'in progress', due: '2025-03-31' },
      h02: { status: 'complete' },
    },
  ],
  ['c17-mapping-needed.csv', 0, { 100: { promise: centres }, 103: { promise: staff } }],
  ['c22-lead-persons.csv', 0, { 1.1: {}, 1.2: {}, 1.3: {} }],
  ['c23-lower-headings.csv', 0, { 1.1: { due: '2025-03-31', status: 'in progress' } }],
  [
    'c25-capital-action.csv',
    1,
    { 1.1: { promise: 'WE WILL OPEN THREE CENTRES.', open: [] }, 1.3: {} },
  ],
  ['w01-auto-number-ref.docx', 0, { 1.1: {}, 1.2: {}, 1.3: {} }],
  ['w03-struck-out.docx', 0, { 1.1: march }],
  ['w04-tracked-changes.docx', 0, { 1.1: march }],
  ['w05-comment.docx', 0, { 1.1: march }],
  ['w06-footnote.docx', 0, { 1.1: march }],
  ['w07-text-box.docx', 0, { 1.1: march }],
  [
    'w08-nested-table.docx',
    0,
    {
      1.1: { promise: 'The team will open three centres:\n\nNorth April 2024\n\nSouth May 2024' },
      1.2: { promise: staff },
    },
  ],
  ['w09-colour-only-rag.docx', 1, { 1.1: { open: ['status'] }, 1.2: { open: ['status'] } }],
  [
    'w10-dropdown-control.docx',
    0,
    { 1.1: { status: 'in progress', due: '31 March 2025' }, 1.2: { status: 'complete' } },
  ],
  [
    'w11-wingdings-tick.docx',
    1,
    {
      1.1: { status: undefined, words: '✓', open: ['status'] },
      1.2: { status: undefined, open: ['status'] },
    },
  ],
  [
    'w12-checkbox.docx',
    1,
    {
      1.1: { status: 'complete', open: [] },
      1.2: { status: undefined, words: '☐ Done', open: ['status'] },
    },
  ],
  [
    'w14-soft-hyphen-nbsp.docx',
    0,
    { 1.1: { promise: 'The team will set up coordination with part-time staff each week.' } },
  ],
  [
    'w15-vmerge-split.docx',
    0,
    {
      1.1: march,
      1.2: { leads: ['anytown-council'], due: 'March 2025' },
      1.3: { leads: ['anytown-trust'], due: 'March 2025' },
    },
  ],
  [
    'w19-field-link.docx',
    0,
    { 1.1: { promise: 'The team will publish the offer at our website.' } },
  ],
  ['w22-auto-number-wb7.docx', 0, { 'wb.7': { reference: 'WB-7' }, 'wb.8': { reference: 'WB-8' } }],
  ['x01-month-year-format-mixed.xlsx', 0, { 1.1: march, 1.2: { due: '31 March 2025' } }],
  [
    'x03-first-of-month-days.xlsx',
    0,
    { 1.1: { due: '1 March 2025' }, 1.2: { due: '1 April 2025' } },
  ],
  [
    'x04-merged-cells.xlsx',
    0,
    {
      1.1: march,
      1.2: { leads: ['anytown-council'], due: 'March 2025' },
      1.3: { leads: ['anytown-council'], due: 'May 2025' },
    },
  ],
  ['x05-hidden-row-col.xlsx', 0, { 1.1: march, 1.3: {} }],
  [
    'x07-formulas.xlsx',
    1,
    {
      1.1: { promise: centres, due: '31 March 2025', open: ['status'], words: '#N/A' },
      1.2: { due: undefined, open: ['due'] },
    },
  ],
  [
    'x08-percent.xlsx',
    1,
    { 1.1: { text: '75%', open: ['status'] }, 1.2: { text: '100%', open: ['status'] } },
  ],
  ['x09-number-refs.xlsx', 0, { 1.1: {}, '1.10': {}, '1.20': {}, 2: {}, 2.1: {} }],
  ['x10-rich-text-strike.xlsx', 1, { 1.1: march }],
  ['x11-colour-only-rag.xlsx', 1, { 1.1: { open: ['status'] }, 1.2: { open: ['status'] } }],
  ['x12-1904.xlsx', 0, { 1.1: { due: '31 March 2025' } }],
  ['x13-custom-month-format.xlsx', 0, { 1.1: march, 1.2: { due: 'March 2025' } }],
  ['x15-datetime.xlsx', 0, { 1.1: { due: '31 March 2025' } }],
  ['x16-title-rows-lookup.xlsx', 0, { 1.1: march }],
  ['x17-iso-date-cell.xlsx', 0, { 1.1: { due: '31 March 2025' } }],
  [
    'x18-x000d.xlsx',
    0,
    { 1.1: { promise: 'The team will open three centres.\n\nThe team will tell carers.' } },
  ],
  ['x19-text-prefix.xlsx', 0, { '1.10': march }],
];

test.each(expectations)(
  '%s ends with %i and says what people see',
  async (file, exitCode, expected) => {
    const result = await imported(file);
    expect(loadRecords(result.data, 'data').problems).toEqual([]);
    expect(Object.keys(result.actions).sort()).toEqual(Object.keys(expected).sort());
    for (const [reference, fields] of Object.entries(expected)) {
      const action = shown(result.actions[reference]!);
      expect(
        Object.fromEntries(
          Object.keys(fields).map((name) => [name, action[name as keyof typeof action]]),
        ),
        `${reference} of ${file}`,
      ).toEqual(fields);
    }
    expect(result.exitCode, result.text).toBe(exitCode);
  },
);

test('days in figures are read where there is one reading', async () => {
  const { actions } = await imported('c01-uk-dates.csv');
  expect(
    [actions['1.1']!.due, actions['1.2']!.due, actions['1.3']!.due].map((due) =>
      due?.replace(/^(\d+)\/0?(\d+)\/(\d+)$/, '$1 $2 $3'),
    ),
  ).not.toContain(undefined);
});

test('words that do not wholly say a status are kept, and asked about', async () => {
  const { actions, exitCode } = await imported('c21-status-words.csv');
  const of = (reference: string) => shown(actions[reference]!);
  expect(exitCode).toBe(1);
  for (const action of Object.values(actions).map(shown)) {
    if (action.status === undefined) expect(action.open).toContain('status');
    else expect(action.open).toEqual([]);
  }
  expect(of('1.16')).toMatchObject({ status: undefined, words: 'Closed - not achieved' });
  expect(of('1.3')).toMatchObject({ status: undefined, words: 'Complete - ongoing' });
  expect(of('1.9')).toMatchObject({ status: 'complete' });
});

test('numbers of every shape are told apart, and printed as the plan prints them', async () => {
  const { actions } = await imported('c04-refs.csv');
  const printed = Object.entries(actions).map(([name, { reference }]) => [name, reference ?? name]);
  expect(Object.fromEntries(printed)).toMatchObject({
    'wb.04': 'WB-04',
    'wb.4': 'WB-4',
    '1.1.1': '1.1(1)',
    1.11: '1.11',
    '2.1.10': '2.1 (10)',
    '2.110': '2.110',
    '3.2.b': '3.2(b)',
    '1.1': '1/1',
  });
  expect(Object.keys(actions)).toHaveLength(26);
});

test('what Word and Excel strike out or hide is left out, and named', async () => {
  expect((await imported('w03-struck-out.docx')).text).toContain(
    'The team will open twelve centres.',
  );
  const { text } = await imported('x05-hidden-row-col.xlsx');
  expect(text).toContain('The row is hidden.');
  expect(text).toContain('Column F is hidden.');
  expect((await imported('w04-tracked-changes.docx')).text).toContain('with changes tracked');
});

test('footnotes and addresses of links are kept beside their action', async () => {
  const notes = (await imported('w06-footnote.docx')).actions['1.1']!.source.note;
  expect(notes).toContain('Subject to a grant.');
  const link = (await imported('w19-field-link.docx')).actions['1.1']!.source.note;
  expect(link).toContain('https://example.org/offer');
});

test('a box beside the text is no heading, a title row is the plan’s title, and a merged row a theme', async () => {
  const { plan } = await imported('w07-text-box.docx');
  expect(plan.themes[0]!.title).toBe('Actions');
  const workbook = await imported('x16-title-rows-lookup.xlsx');
  expect(workbook.plan.title).toBe('Carers action plan 2024');
  expect(workbook.plan.themes[0]!.title).toBe('Better breaks');
  expect(workbook.text).toContain('sheet Lookups');
});

test.each([
  [
    'w23-heading-above-rows-across.docx',
    [
      ['Better breaks', 'Breaks at home', 'Breaks away'],
      ['Money', 'Benefits'],
    ],
  ],
  [
    'w24-row-across-above-headings.docx',
    [
      ['Better breaks', 'Breaks at home'],
      ['Money', 'Benefits'],
    ],
  ],
  // Rows that call themselves priorities are the themes, whatever is above the table.
  [
    'w25-themes-in-rows-across.docx',
    [
      ['Breaks', 'Breaks'],
      ['Money', 'Money'],
    ],
  ],
])(
  'a Word heading above a table is the theme of the rows that run across it: %s',
  async (file, groups) => {
    const { plan } = await imported(file);
    expect(
      plan.themes.map(({ title, outcomes }) => [
        title,
        ...outcomes.map((outcome) => outcome.title),
      ]),
    ).toEqual(groups);
  },
);

test('a mapping file decides, also over a long heading', async () => {
  const { actions } = await imported('k13-long-heading.csv', { mapping: 'k13-mapping.yaml' });
  expect(actions['1.1']).toMatchObject({ promise: 'Open three centres.', due: 'March 2025' });
});

test('a wrong first run leaves nothing behind', async () => {
  const first = await imported('k16-reimport.csv');
  const second = await imported('k16-reimport.csv', {
    data: first.data,
    mapping: 'k16-mapping.yaml',
  });
  expect(Object.keys(second.actions)).toEqual(['5.1', '5.2']);
});

test('a progress row that looks like headings is a report', async () => {
  const { data } = await imported('e01-edge.csv');
  const { text } = await runProgressRound({
    file: join(cases, 'k12-progress-row-taken-for-headings.csv'),
    plan: 'plan',
    data,
    reported: 'September 2026',
  });
  expect(text).toContain('3 taken');
  const { actions } = recordsIn(data);
  expect(shown(actions['1.2']!).text).toBe('Number of calls rose by half.');
  expect(shown(actions['1.10']!)).toMatchObject({ status: 'complete', text: 'All done.' });
});

test('the same file again changes nothing', async () => {
  for (const file of [
    'e01-edge.csv',
    'c04-refs.csv',
    'c21-status-words.csv',
    'x04-merged-cells.xlsx',
  ]) {
    const first = await imported(file);
    const files = () =>
      readdirSync(first.data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, readFileSync(path, 'utf8')]);
    const before = files();
    await imported(file, { data: first.data });
    expect(files()).toEqual(before);
  }
});

test('answers make a second run complete', async () => {
  const { data, exitCode } = await imported('c02-serials.csv');
  expect(exitCode).toBe(1);
  const path = join(data, 'plans/plan/answers.yaml');
  const answered = readFileSync(path, 'utf8')
    .replace('"45747":', '"45747": 31 March 2025')
    .replace('"45777":', '"45777": keep');
  writeFileSync(path, answered);
  const second = await imported('c02-serials.csv', { data });
  expect(second.exitCode, second.text).toBe(0);
  expect(second.actions['1.1']).toMatchObject({ due: '31 March 2025', source: { due: '45747' } });
  expect(second.actions['1.2']!.due).toBeUndefined();
  expect(second.actions['1.2']!.needs_review).toBeUndefined();
  expect(existsSync(path)).toBe(true);
});

test.each([
  'c19-markdown-table.md',
  'c20-plan.yaml',
  'w20-one-box-per-action.docx',
  'w21-bulleted-document.docx',
])('%s is refused, and nothing is written', async (file) => {
  const data = emptyRegister();
  await expect(imported(file, { data })).rejects.toThrow();
  expect(existsSync(join(data, 'plans'))).toBe(false);
});
