import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeDocx, type WordBlock } from '../tests/fixtures/import/make-docx.ts';
import {
  actionsOf,
  kindsAsked,
  statementsOf,
  taken,
  takenFrom,
} from '../tests/fixtures/import/take-csv.ts';
import type { Imported } from './import-plan.ts';
import { readDocument } from './read/read-document.ts';
import { rowsTold } from './rows-told.ts';
import type { Table } from './table.ts';

const row = 'Open three centres.,Anytown Council,March 2025';

test.each([
  [
    'a long table of which few columns are known',
    'Ref,Action,Lead,Due,Ward,Risk,SRO,Site,Fund,Tier,Link',
  ],
  ['a table of descriptions', 'ID,Description,Owner,Due date'],
  ['names in Welsh and English', 'Cyf,Gweithred / Action,Arweinydd / Lead,Erbyn / By when'],
  ['“our” before a name', 'Ref,Our commitments,Our lead,Date for completion'],
  ['accents', 'Réf,Actions,Lead,Target completion'],
])('headings are understood: %s', (_what, headings) => {
  const [action] = Object.values(actionsOf(taken(`${headings}\n1.1,${row}\n`)));
  expect(action).toMatchObject({
    promise: 'Open three centres.',
    leads: ['anytown-council'],
    due: 'March 2025',
    open: [],
  });
});

test('headings that are printed again on a page that goes on are no action', () => {
  const { account, files } = taken(
    `Ref,Action,Lead,By when\n1.1,${row}\nRef,Action (cont.),Lead,By when\n1.2,${row}\n`,
  );
  expect(files).toHaveLength(3);
  expect(account.words.furniture).toBeGreaterThan(0);
});

test('a tracker with two dates and two ratings keeps the first date and the current rating', () => {
  const imported = taken(
    `Action No.,Action,Owner,Original Date,Revised Date,RAG Previous,RAG Current,Exception narrative\nAN-1,${row},March 2027,Green,Red,Supplier failed\n`,
  );
  expect(actionsOf(imported)['an.1']).toMatchObject({ reference: 'AN-1', due: 'March 2025' });
  expect(actionsOf(imported)['an.1']!.comments).toContain('March 2027');
  expect(statementsOf(imported)['an.1']).toEqual({ rag: 'red', text: 'Supplier failed' });
  expect(actionsOf(imported)['an.1']!.comments).toContain('Green');
});

test('where people told what they said and what was done, that is progress', () => {
  const imported = taken(
    'You said,We will,Lead,When,We did\nWe feel alone,Start a cafe,Anytown Council,May 2026,Opened in May\n',
  );
  expect(statementsOf(imported)['1.1']?.text).toBe('Opened in May');
  expect(actionsOf(imported)['1.1']!.comments).toContain('We feel alone');
});

test('numbers with a letter after the stop are those of actions', () => {
  const imported = taken(`,Action,Lead,By when\n1.a,${row}\n1.b,${row}\n`);
  expect(Object.keys(actionsOf(imported))).toEqual(['1.a', '1.b']);
});

test.each([
  ['Ref,Action,Lead,Original due date,Revised due date', ',March 2027', { due: 'March 2025' }],
  ['Ref,Action,Lead,Due date,Status,% complete', ',In progress,75%', { open: [] }],
  ['Ref,Action,Lead,Due date,What difference has it made?', ',None', { open: [] }],
])(
  'of two columns for one thing the better is taken and the other kept: %s',
  (headings, more, right) => {
    const [action] = Object.values(actionsOf(taken(`${headings}\n1.1,${row}${more}\n`)));
    expect(action).toMatchObject(right);
    expect(action!.comments).toContain(more.split(',').at(-1));
  },
);

test('two columns of the same name are not joined', () => {
  const imported = taken(`Ref,Action,Lead,Due,Status,Status\n1,${row},Complete,Amber\n`);
  expect(kindsAsked(imported)).toEqual(['column Status']);
  expect(actionsOf(imported)['1']?.comments).toContain('Amber');
});

test.each(['Complete?', 'Completed (Y/N)', 'Done', '% complete', 'State'])(
  'what the only column of how far it has got says is kept and asked about: %s',
  (heading) => {
    const imported = taken(`Ref,Action,Lead,Due,${heading}\n1,${row},Y\n`);
    expect(kindsAsked(imported)).toEqual(['status']);
  },
);

const themesOf = ({ files }: Imported) =>
  (parse(files[0]!.text, { schema: 'failsafe' }) as { themes: { title: string }[] }).themes.map(
    ({ title }) => title,
  );
const headed = 'Ref,Action,Lead,By when';

test.each([
  ['a text after “Priority 1”', 'Action,Lead,By when', 'Priority 1: Breaks,,', row],
  ['the same below the number', headed, ',Theme 2 – Breaks,,', `1.1,${row}`],
  ['a number with others counted under it', headed, '3,Breaks,,', `3.1,${row}`],
  ['capitals', headed, ',BREAKS,,', `1.1,${row}`],
  ['the same words in every cell', headed, 'Breaks,Breaks,Breaks,Breaks', `1.1,${row}`],
])('a row is the heading of a theme, and no promise: %s', (_what, names, heading, action) => {
  const imported = taken(`${names}\n${heading}\n${action}\n`);
  expect(themesOf(imported)).toEqual(['Breaks']);
  expect(Object.keys(actionsOf(imported))).toHaveLength(1);
  expect(imported.questions).toEqual([]);
});

test.each([
  ['a short text and nothing else', ',Health and wellbeing,,'],
  ['a text that says that there is no action', '2,Not used,,'],
  ['a sentence in capitals', ',WE WILL WRITE TO EVERY CARER,,'],
  ['a row without an action', '2,,Anytown Trust,'],
  ['a text that says that it is closed', '2,CLOSED – merged with 1,,'],
  ['an asterisk where the actions are', ',* Open a hub in each town of the county by the end,,'],
])(
  'a row that may be an action or not is asked about until a person has said: %s',
  (_what, line) => {
    const csv = `${headed}\n1,${row}\n${line}\n3,${row}\n`;
    const asked = taken(csv);
    expect(asked.questions.map(({ answer }) => answer)).toEqual([{ part: 'rows', key: 'line 3' }]);
    expect(asked.files.some(({ text }) => text.includes('needs_review'))).toBe(true);
    const settled = taken(csv, 'rows:\n  line 3: note\n');
    expect(settled.questions).toEqual([]);
    expect(Object.keys(actionsOf(settled))).toEqual(['1', '3']);
  },
);

test('a person can say that a row is the heading of a theme, or an action', () => {
  const csv = `${headed}\n,HEALTH,,\n1,${row}\n,Money,,\n2,${row}\n`;
  expect(themesOf(taken(csv, 'rows:\n  line 4: theme\n'))).toEqual(['Health', 'Money']);
  const action = taken(csv, 'rows:\n  line 2: action\n  line 4: action\n');
  expect(action.questions).toEqual([]);
  expect(Object.values(actionsOf(action)).map(({ promise }) => promise)).toContain('HEALTH');
});

test.each([
  ['before the words of each action', 'Action,Lead,By when', 'WB-04 ', { reference: 'WB-04' }],
  ['in a column without a heading', ',Action,Lead,By when', 'WB-04,', { reference: 'WB-04' }],
  ['with a sign', 'No,Action,Lead,By when', '#7,', { source: { row: '#7' } }],
])('the plan’s own numbers are taken where they are: %s', (_what, headings, number, right) => {
  const next = number.replace(/\d+/, (digits) => String(Number(digits) + 1));
  const imported = taken(`${headings}\n${number}${row}\n${next}${row}\n`);
  const [action] = Object.values(actionsOf(imported));
  expect(action).toMatchObject({ promise: 'Open three centres.', open: [] });
  expect(action).toMatchObject(right);
});

test('a number that belongs to the words of a promise stays with them', () => {
  const imported = taken('Action,Lead\n3 centres will open.,Anytown Council\n4 will close.,\n');
  expect(Object.values(actionsOf(imported))[0]?.promise).toBe('3 centres will open.');
});

test('numbers that are sorted as text are none that Excel has cut', () => {
  const numbers = ['1.1', '1.10', '1.19', '1.2', '1.20', '1.3'];
  const imported = taken(`${headed}\n${numbers.map((number) => `${number},${row}\n`).join('')}`);
  expect(Object.keys(actionsOf(imported)).sort()).toEqual(numbers.sort());
  expect(imported.questions).toEqual([]);
});

test('a number that Excel has cut is asked about', () => {
  const imported = taken(`${headed}\n1.9,${row}\n1.1,${row}\n`);
  expect(actionsOf(imported)['1.10']?.open).toEqual(['reference']);
  expect(kindsAsked(imported)).toEqual(['last nought']);
});

test.each([
  ['"Health, Housing and Adult Care Directorate"', ['Health, Housing and Adult Care Directorate']],
  [
    '"Ministry of Housing, Communities and Local Government, Anytown Trust"',
    ['Ministry of Housing, Communities and Local Government'],
  ],
  ['"Jane Smith, Commissioning Manager"', ['Jane Smith, Commissioning Manager']],
  ['"Anytown Council, NHS, Police"', ['NHS', 'Police']],
  ['TBC', []],
  ['TBC – recruitment under way', []],
  ['Vacant', []],
  ['Anytown Council in partnership with Anytown Trust', []],
])('commas part names of bodies and nothing else: %s', (lead, unknown) => {
  const imported = taken(`Ref,Action,Lead,By when\n1,Open centres.,${lead},March 2025\n`);
  expect(imported.unknownLeads.map(({ text }) => text)).toEqual(unknown);
  expect(actionsOf(imported)['1']?.source.lead).toBe(lead.replaceAll('"', ''));
});

test('those who are named as support are partners', () => {
  const imported = taken(
    'Ref,Action,Lead\n1,Open centres.,Anytown Council supported by Anytown Trust\n',
  );
  expect(actionsOf(imported)['1']?.leads).toEqual([
    'anytown-council',
    { organisation: 'anytown-trust', role: 'partner' },
  ]);
});

test.each([
  ['"March 31, 2025"', '31 March 2025'],
  ['Q4 2024-25', 'Q4 2024/25'],
])('a date with one reading is read, and its words are kept: %s', (typed, due) => {
  const { 1: action } = actionsOf(taken(`Ref,Action,Lead,Due\n1,Open.,Anytown Council,${typed}\n`));
  expect(action).toMatchObject({ due, source: { due: typed.replaceAll('"', '') }, open: [] });
});

test('the rows of a question are told once each, by their numbers', () => {
  expect(rowsTold(['table 1, row 3', 'table 1, row 8', 'table 2, row 1'])).toBe(
    'table 1, rows 3 and 8, and table 2, row 1',
  );
  expect(rowsTold(['line 3'])).toBe('line 3');
  expect(rowsTold(['line 3', 'line 5'])).toBe('lines 3 and 5');
  expect(rowsTold(['column A', 'column B'])).toBe('column A, and column B');
  expect(rowsTold(Array.from({ length: 9 }, (_, at) => `line ${at + 2}`))).toBe(
    'lines 2, 3, 4, 5, 6, 7 and 3 more',
  );
});

test.each([
  [
    'before the words',
    '"1.1 Train staff\n1.2 Print posters",May 2026',
    '1.3 Open centres,',
    'Action',
  ],
  ['as in a list', '"1. Train staff\n2. Print posters",May 2026', '3. Open,\n4. Close,', 'Action'],
  ['in a column', '"1.1\n1.2","Train staff\nPrint posters"', '1.3,Open.', 'Ref,Action'],
  ['on one line of it', '1.1 / 1.2,"Train staff\nPrint posters"', '1.3,Open.', 'Ref,Action'],
])('two actions with numbers in one row are asked about: %s', (_where, first, next, headings) => {
  const csv = `${headings},Due\n${first}\n${next}\n`;
  const imported = taken(csv);
  const [action] = Object.values(actionsOf(imported));
  expect(action?.open.length).toBeGreaterThan(0);
  expect(imported.questions.map(({ answer }) => answer?.key)).toContain('line 2');
});

test('no number is made of two that are on lines of their own', () => {
  const csv = 'Ref,Action\n"1.1\n1.2",Train staff.\n1.3,Open.\n';
  expect(Object.keys(actionsOf(taken(csv)))).not.toContain('1.1.1.2');
  expect(kindsAsked(taken(csv))).toContain('reference no reference');
});

test.each([
  '"• Mar 2025\n• Jun 2025","• Complete\n• In progress"',
  '"March 2025\nJune 2025",',
  'March 2025,"Complete\nNot started"',
])('as many dates or statuses as there are lines in the action are asked about: %j', (beside) => {
  const imported = taken(`Action,Due,Status\n"• Update pages\n• Print a guide",${beside}\n`);
  expect(actionsOf(imported)['1.1']?.open).toContain('promise');
});

test('steps that are reported on one by one are asked about', () => {
  const imported = taken(
    'Ref,Action,Progress\n1,"1. Health checks\n2. Flu jabs","1. 300 done\n2. 90 done"\n2,Go on.,\n',
  );
  expect(actionsOf(imported)['1']?.open).toContain('promise');
});

test('lines of a promise are steps of it where nothing says that they are actions', () => {
  const imported = taken('Action,Due\n"For carers:\n• breaks\n• advice",May 2026\n');
  expect(imported.questions).toEqual([]);
});

test.each([
  ['Where are we?', 'progress'],
  ['Where are we now?', 'progress'],
  ['Who’ll do it?', 'lead'],
  ['Progress @ Sept 25', 'progress'],
  ['Progress notes', 'progress'],
  ['Status comments', 'progress'],
  ['What we’ve done', 'progress'],
  ['What’s next?', 'note'],
  ['Where have we got to?', 'progress'],
  ['How are we doing?', 'progress'],
  ['How far have we got?', 'progress'],
  ['What have we achieved so far?', 'progress'],
  ['What has happened since?', 'progress'],
  ['Is it done?', 'status'],
  ['Are we on track?', 'status'],
  ['Who else will be involved?', 'partner'],
  ['This will be led by…', 'lead'],
  ['What will be different?', 'measure'],
  ['We will do this by…', 'due'],
  ['To be completed by', 'due'],
  ['Pwy sy’n arwain', 'lead'],
  ['Pryd?', 'due'],
  ['Diweddariad', 'progress'],
])('a heading that asks in plain words is understood: %s', (heading, field) => {
  const { read } = taken(`Ref,Action,${heading}\n1,Open three centres.,Yes\n`);
  expect(read.columns.at(-1)).toEqual({ heading, field });
});

test.each([
  ['status', 'Stand', 'Complete', 'On track'],
  ['status', 'Traffic light', 'G', 'Amber'],
  ['lead', 'Delivered through', 'Anytown Council', 'Carers Forum'],
  ['lead', 'Name', 'Jane Smith', 'Head of Care'],
  ['due', 'Horizon', 'May 2026', 'Spring 2027'],
  ['due', 'Outline timetable', 'TBC', 'When funded'],
  ['progress', 'What the group heard of progress at its last meeting', 'Ten opened', 'Half'],
])(
  'where no column is for the %s, one that looks like it is asked about: %s',
  (field, ...column) => {
    const [heading, first, second] = column;
    const csv = `Ref,Action,Budget,${heading}\n1,Open three centres.,£5,${first}\n2,Train.,£6,${second}\n`;
    const imported = taken(csv);
    expect(imported.questions).toMatchObject([
      { kind: `no column for ${field}`, answer: { part: 'columns', key: heading } },
    ]);
    expect(kindsAsked(taken(csv, `columns:\n  ${heading}: note\n`))).toEqual([]);
  },
);

test('a column of other words is kept without a question', () => {
  expect(taken('Ref,Action,Ward\n1,Open three centres.,North\n2,Train.,South\n').questions).toEqual(
    [],
  );
});

const foot = 'Ref,Action,Lead,By when,Status';
test.each([
  'Key: G = on track; A = at risk,,,,',
  'RAG key,,,,\nGreen,On track,,,\nAmber,At risk,,,\nRed,Off track,,,',
  'R,Off track,,,\nBlue,Complete,,,',
  'Key,,,,\nG = on track,,,,\nA – at risk,,,,\n,Not started,,,',
  'Page 1 of 3,,,,',
  'Total actions: 2,,,,',
  'TOTAL,2,,,',
  ',Total,,,2',
  'Sub-total,,£400,,50%',
  ',Note: RAG as at April 2025,,,',
  'Notes:,Dates are subject to funding,,,',
  'NB. Dates are subject to funding,,,,',
  '* SMT means the senior managers,,,,',
  'Source: Anytown Council 2025,,,,',
  'Last updated: 3 May 2025,,,,',
  'What carers told us: “I need a rest.”,,,,',
  'You said: we are not heard,,,,',
])('a note, a key, a total or a page number is no theme, outcome or action: %j', (lines) => {
  const csv = `${foot}\n1,${row},Complete\n2,${row},Complete\n`;
  for (const more of [`${lines}\n`, `${lines}\n3,${row},Complete\n`]) {
    const imported = taken(`${csv}${more}`);
    expect(Object.keys(actionsOf(imported))).toEqual(
      more.includes('\n3,') ? ['1', '2', '3'] : ['1', '2'],
    );
    expect(themesOf(imported)).toEqual(['Actions']);
    // Figures beside a total are looked at by a person.
    expect(imported.questions).toHaveLength(/total,/i.test(lines) ? 1 : 0);
  }
});

test.each([
  ['Key priorities for carers,,,,', 'Key priorities for carers'],
  ['Total wellbeing for all,,,,', 'Total wellbeing for all'],
  ['Notes to carers: how we will write,,,,', 'Notes to carers: how we will write'],
  ['Green spaces,,,,', 'Green spaces'],
  ['A: Identify carers,,,,', 'A: Identify carers'],
  ['B – Breaks,,,,', 'B – Breaks'],
])('a theme whose name begins as a note may stays a theme: %s', (line, theme) => {
  const imported = taken(`${foot}\n${line}\n1,${row},Complete\n`);
  expect(themesOf(imported)).toEqual([theme]);
});

test('a row that has a status in place of an action is asked about', () => {
  const imported = taken(`${foot}\n1,${row},Complete\n,On track,,,Green\n`);
  expect(imported.questions.map(({ answer }) => answer?.key)).toContain('line 3');
});

test.each([
  'Action 1,Set up a helpline\nLead,Anytown Council\nBy when,March 2026\nProgress so far,Open\n',
  'Action:,Set up a helpline\nWho?,Anytown Council\nDeadline,March 2026\n\nAction:,Train\nWho?,Anytown Trust\nDeadline,May 2026\n',
])('a table with its names in the first column is refused with what to do: %j', (csv) => {
  const told = toldBy(csv);
  expect(told).toContain('“Action');
  expect(told).toContain('first column');
  expect(told).not.toContain('Council');
});

test('a value is never offered as the name of a column', () => {
  const told = toldBy('Lead,Anytown Council\nWe will train staff.,\nWe will wait.,\n');
  expect(told).not.toContain('"Anytown Council": action');
  expect(told).toContain('write one above the first action');
});

function toldBy(csv: string): string {
  try {
    taken(csv);
  } catch (error) {
    return String(error);
  }
  return '';
}

const tableOf = (...actions: string[]): WordBlock => ({
  table: [
    ['Action', 'Lead', 'By when'],
    ...actions.map((action) => [action, 'Anytown Council', 'May 2026']),
  ],
});
const planOf = (...blocks: WordBlock[]) => {
  const { files } = takenFrom(readDocument(makeDocx(blocks)));
  const { themes } = parse(files[0]!.text, { schema: 'failsafe' }) as {
    themes: { title: string; outcomes: { wording: string }[] }[];
  };
  const outcomes = themes.map(({ title, outcomes: own }) => [
    title,
    ...own.map(({ wording }) => wording),
  ]);
  return { outcomes, kept: files[0]!.text.split('Below:')[1] ?? '' };
};

test('a heading directly above a smaller one is the theme of that outcome', () => {
  const { outcomes, kept } = planOf(
    { heading: 'Carers plan 2026' },
    { heading: 'Recognition' },
    { paragraph: 'Carers told us that they are not seen.' },
    { heading: 'Carers are found early', level: 2 },
    tableOf('Train staff.'),
    { heading: 'Carers are counted', level: 2 },
    tableOf('Count carers.'),
    { heading: 'Breaks' },
    { heading: 'Carers have a break', level: 2 },
    tableOf('Fund breaks.'),
  );
  expect(outcomes).toEqual([
    ['Recognition', 'Carers are found early', 'Carers are counted'],
    ['Breaks', 'Carers have a break'],
  ]);
  expect(kept).not.toContain('Recognition');
});

test('a heading that only says that actions follow, and a short line below a heading, name no theme', () => {
  const { outcomes } = planOf(
    { heading: 'Recognition' },
    { heading: 'What we will do', level: 2 },
    tableOf('Train staff.'),
    { heading: 'Breaks' },
    { paragraph: 'Led by the board' },
    tableOf('Fund breaks.'),
  );
  expect(outcomes.map(([theme]) => theme)).toEqual(['Recognition', 'Breaks']);
});

test.each([
  ['Carers at work', 'Carers at study'],
  ['2.3 Carers at work', '2.4 Carers at study'],
  ['Outcome 1: Carers at work', 'Outcome 2: Carers at study'],
])('a heading above a table that has a column of outcomes is its theme: %s', (first, second) => {
  const table = (outcome: string): WordBlock => ({
    table: [
      ['Outcome', 'Action', 'Lead'],
      [outcome, 'Sign the charter.', 'Anytown Council'],
    ],
  });
  const { outcomes, kept } = planOf(
    { heading: 'Carers plan 2026' },
    { heading: first, level: 2 },
    table('Carers stay in work'),
    { heading: second, level: 2 },
    table('Carers learn'),
  );
  expect(outcomes).toEqual([
    ['Carers at work', 'Carers stay in work'],
    ['Carers at study', 'Carers learn'],
  ]);
  expect(kept).toBe('');
});

test('actions without a number are counted under the number of their theme', () => {
  const { references } = takenFrom(
    readDocument(
      makeDocx([
        { heading: 'Priority 2: Breaks', level: 2 },
        tableOf('Fund breaks.', 'Find sitters.'),
        { heading: 'Priority 4: Money', level: 2 },
        tableOf('Write a guide.'),
      ]),
    ),
  );
  expect(Object.values(references)).toEqual(['2.1', '2.2', '4.1']);
});

test.each([
  ['with numbers', 'Priority 2: Breaks', 'Priority 4: Money', ['2.1', '2.2', '4.1', '4.2']],
  ['in words', 'Priority Two - Breaks', 'Priority Four - Money', ['2.1', '2.2', '4.1', '4.2']],
  ['without numbers', 'Breaks', 'Money', ['1.1', '1.2', '2.1', '2.2']],
])('numbers that begin again in each part are told apart by it: parts %s', (_, one, two, right) => {
  const table = (...actions: string[]): WordBlock => ({
    table: [
      ['No', 'Action', 'Lead'],
      ...actions.map((action, at) => [String(at + 1), action, 'Anytown Council']),
    ],
  });
  const imported = takenFrom(
    readDocument(
      makeDocx([
        { heading: one, level: 2 },
        table('Fund breaks.', 'Find sitters.'),
        { heading: two, level: 2 },
        table('Write a guide.', 'Train staff.'),
      ]),
    ),
  );
  expect(Object.values(imported.references)).toEqual(right);
  expect(themesOf(imported)).toEqual(['Breaks', 'Money']);
  expect(actionsOf(imported)[right[2]!]).toMatchObject({ source: { row: '1' }, open: [] });
  expect(imported.questions).toEqual([]);
});

test.each([
  ['Theme A – Breaks', 'Theme B: Money', ['a.1', 'a.2', 'b.1']],
  ['Priority One: Breaks', 'PRIORITY 3 - Money', ['1.1', '1.2', '3.1']],
])('the letter or number of a theme is no part of its title: %s', (one, two, right) => {
  const imported = takenFrom(
    readDocument(
      makeDocx([
        { heading: one, level: 2 },
        tableOf('Fund breaks.', 'Find sitters.'),
        { heading: two, level: 2 },
        tableOf('Write a guide.'),
      ]),
    ),
  );
  expect(themesOf(imported)).toEqual(['Breaks', 'Money']);
  expect(Object.values(imported.references)).toEqual(right);
  expect(imported.files[0]!.text).toContain(`# ${one}`);
});

test('the number of an outcome is no part of its wording', () => {
  const { outcomes } = planOf(
    { heading: 'Theme 1: Work', level: 2 },
    { heading: 'Outcome 3: Carers can work', level: 3 },
    tableOf('Sign the charter.'),
  );
  expect(outcomes).toEqual([['Work', 'Carers can work']]);
  const imported = taken(
    'Action,Lead,By when\nOutcome 3: Carers can work,,\nSign the charter.,Anytown Council,May 2026\n',
  );
  expect(actionsOf(imported)['3.1']).toMatchObject({ outcome: '3', source: { row: 'Outcome 3' } });
});

test('a line that was broken in the middle of a sentence goes on, and a list stays one', () => {
  const promise = (said: string) =>
    actionsOf(taken(`Ref,Action,Lead\n1,"${said}",Anytown Council\n`))['1']?.promise;
  expect(promise('Add carers to\nthe hospital record.')).toBe('Add carers to the hospital record.');
  expect(promise('We will offer:\nbreaks\nadvice')).toBe('We will offer:\n\nbreaks\n\nadvice');
  expect(promise('Agree with\na) carers\nb) staff')).toBe('Agree with\n\na) carers\n\nb) staff');
  const csv = 'Ref,Action,Measures\n1,Go.,"More carers are\nknown\nFewer calls"\n';
  expect(actionsOf(taken(csv))['1']?.measures).toEqual(['More carers are known', 'Fewer calls']);
  expect(promise('Train staff.\nPrint posters.')).toBe('Train staff.\n\nPrint posters.');
  expect(promise('Ask carers what to\n• print\n• send')).toBe(
    'Ask carers what to\n\n- print\n- send',
  );
});

test('the stop after a word in place of a number stays', () => {
  const imported = taken(`${headed}\nTo follow.,${row}\n2,${row}\n`);
  expect(actionsOf(imported)['1.1']?.source.row).toBe('To follow.');
});

const workbook = (sheets: Record<string, string[][]>): Table => ({
  rows: Object.entries(sheets).flatMap(([sheet, rows], block) =>
    rows.map((cells, at) => ({
      place: `sheet ${sheet}, row ${at + 1}`,
      block,
      kind: 'row' as const,
      cells: cells.map((text) => ({ text })),
      sheet,
    })),
  ),
  notes: [],
  leftOut: [],
  headingsGoOn: false,
});

test('of several sheets that are taken, each is a theme that is called after its tab', () => {
  const own = ['No', 'Action', 'Lead'];
  const sheets = {
    Breaks: [own, ['1', 'Fund breaks.', 'Anytown Council']],
    'Money & work': [own, ['1', 'Write a guide.', 'Anytown Council']],
    Sheet3: [['Priority 3: Health'], own, ['1', 'Offer checks.', 'Anytown Trust']],
  };
  const both = takenFrom(workbook(sheets), 'sheets:\n  Money & work: yes\n  Sheet3: yes\n');
  expect(themesOf(both)).toEqual(['Breaks', 'Money & work', 'Health']);
  expect(both.files[0]!.text).not.toContain('Below:');
  // Of one sheet alone the tab says nothing of the plan’s parts.
  expect(themesOf(takenFrom(workbook(sheets)))).toEqual(['Actions']);
});

test('a heading that is printed again where its table goes on opens nothing new', () => {
  const { outcomes, kept } = planOf(
    { heading: 'Priority 1: Breaks', level: 2 },
    tableOf('Fund breaks.'),
    { heading: 'Priority 1: Breaks (continued)', level: 2 },
    tableOf('Find sitters.'),
    { paragraph: 'Continued' },
    tableOf('Pay sitters.'),
    { heading: 'Priority 2: Money', level: 2 },
    tableOf('Write a guide.'),
  );
  expect(outcomes).toEqual([
    ['Breaks', 'Breaks'],
    ['Money', 'Money'],
  ]);
  expect(kept).toContain('Continued');
});

test.each([
  'Outcome 1: Carers rest (cont.)',
  'OUTCOME 1: Carers rest',
  'Outcome 1: Carers rest – cont’d',
])('the heading of an outcome that is printed again in a table is no second one: %s', (again) => {
  const imported = taken(
    `${headed}\n,BREAKS,,\nOutcome 1: Carers rest,,,\n1.1,${row}\n${headed}\n${again},,,\n1.2,${row}\n`,
  );
  expect(Object.values(actionsOf(imported)).map(({ outcome }) => outcome)).toEqual(['1', '1']);
});

test('a lead after a table is not that of the next one, below another heading', () => {
  const imported = takenFrom(
    readDocument(
      makeDocx([
        { heading: 'Breaks', level: 2 },
        {
          table: [
            ['Action', 'When'],
            ['Fund breaks.', 'May 2026'],
          ],
        },
        { paragraph: 'Lead: Anytown Trust' },
        { heading: 'Money', level: 2 },
        {
          table: [
            ['Action', 'When'],
            ['Write a guide.', 'May 2026'],
          ],
        },
        { paragraph: 'Lead: Anytown Council' },
      ]),
    ),
  );
  expect(Object.values(actionsOf(imported)).map(({ leads }) => leads)).toEqual([
    undefined,
    undefined,
  ]);
  expect(imported.files[0]!.text).toContain('Lead: Anytown Trust');
});

test.each(['Pledge', 'Commitment', 'Strategic priority', 'Pillar'])(
  'a “%s” with a number is a theme, above the headings and below them',
  (word) => {
    const csv = `${word} 1: We will listen,,,\n${headed}\n1.1,${row}\n${word} 2 – We will be fair,,,\n2.1,${row}\n`;
    const imported = taken(csv);
    expect(themesOf(imported)).toEqual(['We will listen', 'We will be fair']);
    expect(imported.questions).toEqual([]);
  },
);

test('of “Aim” and “Objective” before the actions, the first is the theme and the second the outcome', () => {
  const imported = taken(
    `Aim,Objective,Action,Lead\nAim 1 Recognition,1.1 Carers are asked,1.1.1 Add the question,Anytown Trust\n,,1.1.2 Train staff,Anytown Trust\n,1.2 Carers are counted,1.2.1 Count carers,Anytown Trust\n`,
  );
  expect(themesOf(imported)).toEqual(['Recognition']);
  expect(Object.values(actionsOf(imported)).map(({ outcome }) => outcome)).toEqual([
    '1.1',
    '1.1',
    '1.2',
  ]);
  expect(imported.questions).toEqual([]);
});

test('a column “Outcome” on the right that some rows leave empty groups no actions', () => {
  const csv = `Ref,Action,Lead,By when,Outcome\n1,${row},More calls\n2,Close.,Anytown Council,May 2026,\n`;
  const imported = taken(csv);
  expect(themesOf(imported)).toEqual(['Actions']);
  expect(actionsOf(imported)).toMatchObject({
    1: { measures: ['More calls'] },
    2: { promise: 'Close.' },
  });
  expect(actionsOf(imported)['2']).not.toHaveProperty('measures');
  expect(kindsAsked(imported)).toEqual(['column Outcome']);
  for (const [answer, title] of [
    ['measure', 'Actions'],
    ['outcome', 'More calls'],
  ] as const) {
    const settled = taken(csv, `columns:\n  Outcome: ${answer}\n`);
    expect(settled.questions).toEqual([]);
    const plan = parse(settled.files[0]!.text) as { themes: { outcomes: { title: string }[] }[] };
    expect(plan.themes[0]!.outcomes[0]!.title).toBe(title);
  }
});

test('a column “Outcome” on the right is no measure where only headings leave it empty', () => {
  const csv = `Action,Lead,By when,Outcome\nPRIORITY 1: BREAKS,,,\n${row},Carers rest\n`;
  expect(taken(csv).questions).toEqual([]);
  expect(Object.values(actionsOf(taken(csv)))[0]).toMatchObject({ outcome: 'carers-rest' });
});

test('“Outcome / impact” is a measure', () => {
  const csv = `Ref,Action,Lead,Outcome/impact\n1,Go.,Anytown Council,More calls\n2,Do.,Anytown Council,\n`;
  expect(taken(csv).questions).toEqual([]);
  expect(actionsOf(taken(csv))['1']?.measures).toEqual(['More calls']);
});

test('the word “Theme” or “Outcome” before a colon heads a part and is no part of its name', () => {
  const imported = taken(
    `Ref,Action,Lead,By when\n,Theme: Breaks,,\n,Outcome: Carers rest.,,\n1,${row}\n,,,\n,Theme: Money,,\n,Outcome: Carers are paid,,\n2,${row}\n`,
  );
  expect(themesOf(imported)).toEqual(['Breaks', 'Money']);
  expect(imported.questions).toEqual([]);
  const plan = parse(imported.files[0]!.text) as {
    themes: { outcomes: { id: string; wording: string }[] }[];
  };
  expect(plan.themes.map(({ outcomes }) => outcomes[0]!.wording)).toEqual([
    'Carers rest.',
    'Carers are paid',
  ]);
  expect(
    actionsOf(taken('Action,Lead\nOutcome: Rest,\nGo.,Anytown Council\n'))['1.1']!.source,
  ).toEqual({
    lead: 'Anytown Council',
  });
});

test('an outcome can be numbered with a figure and a letter', () => {
  const imported = taken('Outcome,Action,Lead\n1a Carers rest,Fund breaks.,Anytown Council\n');
  expect(actionsOf(imported)['1a.1']).toMatchObject({ outcome: '1a' });
});

test('what a heading says after “under” or “across” is not what its column is for', () => {
  const imported = taken(
    'No.,Commitments under the Charter,Board lead,Timescale,Evidence of progress\n1,Open centres.,Anytown Council,March 2027,Two are open\n',
  );
  expect(actionsOf(imported)['1']).toMatchObject({ promise: 'Open centres.', due: 'March 2027' });
  expect(statementsOf(imported)['1']?.text).toBe('Two are open');
});

test.each(['Updated due date', 'Revised Date', 'New target date'])(
  'that a date was moved is asked about: %s',
  (heading) => {
    const imported = taken(`Ref,Action,Lead,Due date,${heading}\n1,${row},March 2027\n`);
    expect(actionsOf(imported)['1']).toMatchObject({ due: 'March 2025' });
    expect(imported.questions.map(({ answer }) => answer)).toEqual([
      { part: 'columns', key: heading },
    ]);
  },
);

test('a coloured dot in place of a rating is asked about, and no mark of a list is', () => {
  const csv = `Ref,Action,Lead,Due,RAG\n1,${row},●\n2,${row},-\n`;
  const imported = taken(csv);
  expect(actionsOf(imported)).toMatchObject({ 1: { open: ['status'] }, 2: { open: [] } });
  const settled = taken(csv, 'status_of:\n  line 2: in progress\n');
  expect(settled.questions).toEqual([]);
  expect(statementsOf(settled)).toEqual({ 1: { status: 'in progress' } });
});

test('a heading in capitals keeps its abbreviations', () => {
  const imported = taken(`${headed}\n,NHS AND GPS IN THE UK TOGETHER,,\n1,${row}\n`);
  expect(themesOf(imported)).toEqual(['NHS and GPs in the UK together']);
});

test('a label in place of an action is no promise, and what is beside it leads nothing', () => {
  const csv = `Action,Who,By when\n${row}\nHow will we measure success?,Number attending,\n`;
  const imported = taken(csv, '', { addOrganisations: true });
  expect(Object.keys(actionsOf(imported))).toEqual(['1.1']);
  expect(imported.files.some(({ path }) => path.startsWith('organisations/'))).toBe(false);
  expect(imported.files[0]!.text).toContain('Number attending');
  expect(imported.questions.map(({ answer }) => answer)).toEqual([{ part: 'rows', key: 'line 3' }]);
  expect(Object.keys(actionsOf(taken(csv, 'rows:\n  line 3: action\n')))).toHaveLength(2);
});

test('a number that is there twice in one part is still asked about', () => {
  const imported = taken(`${headed}\n,BREAKS,,\n1,${row}\n1,Close.,Anytown Council,\n`);
  expect(kindsAsked(imported)).toEqual(['reference used twice']);
});

test('headings of one level are a theme each', () => {
  const { outcomes } = planOf(
    { heading: 'Recognition', level: 2 },
    tableOf('Train staff.'),
    { heading: 'Breaks', level: 2 },
    tableOf('Fund breaks.'),
  );
  expect(outcomes.map(([theme]) => theme)).toEqual(['Recognition', 'Breaks']);
});

test('a heading that says that it is a theme is one, whatever is above it', () => {
  const { outcomes } = planOf(
    { heading: 'Delivering the change' },
    { heading: 'Priority 1: Recognition', level: 2 },
    tableOf('Train staff.'),
    { heading: 'Priority 2: Breaks', level: 2 },
    tableOf('Fund breaks.'),
  );
  expect(outcomes.map(([theme]) => theme)).toEqual(['Recognition', 'Breaks']);
});

test('columns that are called by a quarter are asked about, and the answer makes reports of them', () => {
  const csv = `Ref,Action,Q1 Apr-Jun 25,Q2 (Jul-Sep 25),Q3\n1,Train.,Ten trained,All trained,Done\n`;
  const imported = taken(csv);
  expect(imported.questions.map(({ answer }) => [answer?.part, answer?.key])).toEqual([
    ['columns', 'Q1 Apr-Jun 25'],
    ['columns', 'Q2 (Jul-Sep 25)'],
    ['columns', 'Q3'],
  ]);
  const answers =
    'columns:\n  Q1 Apr-Jun 25: progress\n  Q2 (Jul-Sep 25): progress\n  Q3: progress\n';
  const answered = taken(csv, answers);
  expect(answered.files.filter(({ path }) => path.includes('/reports/'))).toHaveLength(2);
  expect(kindsAsked(answered)).toContain('report date');
});

test('of several reports in columns each keeps its date, and of two without a date the latest is taken', () => {
  const headings = 'Ref,Action,Latest position (May 2025),Previous position (Feb 2025)';
  const dated = taken(`${headings}\n1,Train.,All trained,Ten trained\n`);
  expect(dated.files.filter(({ path }) => path.includes('/reports/'))).toHaveLength(2);
  expect(dated.questions.filter(({ answer }) => answer?.part === 'columns')).toEqual([]);
  const { read } = taken('Ref,Action,Previous position,Latest position\n1,Train.,Ten,All\n');
  expect(read.columns.find(({ field }) => field === 'progress')?.heading).toBe('Latest position');
});

test.each(['No', 'Not agreed', 'Rejected'])(
  'what the table says was not accepted is asked about, and no silent promise: %s',
  (said) => {
    const csv = `Ref,Recommendation,Accepted?,Lead\n1,Train staff.,Yes,Anytown Council\n2,Pay carers.,${said},Anytown Council\n`;
    const imported = taken(csv);
    expect(actionsOf(imported)['1']?.open).toEqual([]);
    expect(actionsOf(imported)['2']?.open).toEqual(['promise']);
    expect(imported.questions.map(({ answer }) => answer?.key)).toEqual(['line 3']);
  },
);

test('a table with times across the top and actions below them is refused with what to do', () => {
  const told = toldBy(
    'Priority,Year 1 (2025/26),Year 2 (2026/27)\nBreaks,Fund breaks,Open a flat\n',
  );
  expect(told).toContain('“Year 1 (2025/26)”, “Year 2 (2026/27)”');
  expect(told).toContain('a row for each action');
});

test('a number and a name above the headings of each table are its theme', () => {
  const imported = taken(
    `1,Information,,\n${headed}\n1.1,${row}\n\n2,Breaks,,\n${headed}\n2.1,${row}\n`,
  );
  expect(themesOf(imported)).toEqual(['Information', 'Breaks']);
  expect(Object.keys(actionsOf(imported))).toEqual(['1.1', '2.1']);
});

test('lines with a dash are one list', () => {
  const imported = taken('Ref,Action\n1,"Train staff in:\n- surgeries\n- hospitals"\n');
  expect(actionsOf(imported)['1']?.promise).toBe('Train staff in:\n\n- surgeries\n- hospitals');
});

test('a column “Completion” that gives dates says by when, and one of words how far', () => {
  const csv = (said: string) =>
    `Ref,Action,Lead,Completion,RAG\n1,Open centres.,Anytown Council,${said},Green\n2,Close.,Anytown Council,Ongoing,\n`;
  expect(actionsOf(taken(csv('Sept 2026')))['1']?.due).toBe('Sept 2026');
  expect(statementsOf(taken(csv('Sept 2026')))['1']).toEqual({ rag: 'green' });
  expect(actionsOf(taken(csv('Nearly there')))['1']?.due).toBeUndefined();
});

test.each(['(To be completed each quarter by lead officers)', '(Reviewed in May 2026)'])(
  'a text in brackets heads nothing: %s',
  (said) => {
    const imported = takenFrom(
      readDocument(
        makeDocx([
          {
            table: [
              ['Ref', 'Action', 'Lead'],
              [{ text: said, across: 3 }],
              ['1', 'Open centres.', 'Anytown Council'],
            ],
          },
        ]),
      ),
    );
    expect(themesOf(imported)).toEqual(['Actions']);
    expect(imported.files[0]!.text).toContain(said);
  },
);

test('a target without a date is a measure', () => {
  const numbers = taken('Ref,Action,Target\n1,Hold forums.,4 forums\n2,Fund breaks.,200\n');
  expect(actionsOf(numbers)['1']).toMatchObject({ measures: ['4 forums'], open: [] });
  const dates = taken('Ref,Action,Target\n1,Hold forums.,May 2026\n2,Fund breaks.,TBC\n');
  expect(actionsOf(dates)['1']).toMatchObject({ due: 'May 2026', open: [] });
});

test('numbers before the words of actions are theirs, and not those of outcomes', () => {
  const imported = taken(
    'Outcome,Action,Lead\nCarers are found,1.1 Train staff.,Anytown Council\n,1.2 Add a flag.,Anytown Council\nCarers rest,2.1 Fund breaks.,Anytown Council\n',
  );
  expect(imported.read.outcomes).toHaveLength(2);
  expect(Object.keys(actionsOf(imported))).toEqual(['1.1', '1.2', '2.1']);
});

test('parts with a letter above actions that are numbered under it are themes', () => {
  const imported = taken(
    ',Action,Lead,By when\nA,Identify,,\nA1,Train.,Anytown Council,May 2026\nB,Breaks,,\nB1,Fund.,Anytown Council,May 2026\n',
  );
  expect(themesOf(imported)).toEqual(['Identify', 'Breaks']);
  expect(Object.values(actionsOf(imported)).map(({ source }) => source.row)).toEqual(['A1', 'B1']);
});

test('numbers beside actions are theirs where an outcome is printed once, even if one action has none', () => {
  const imported = taken(
    `Outcome,Ref,Action,Lead,Due\nCarers are seen,1,${row}\n,2,${row}\nCarers rest,3,${row}\n,,${row}\n`,
    'plan:\n  leads_as_above: no\n',
  );
  expect(imported.read.outcomes.map(({ wording }) => wording[0]?.text)).toEqual([
    'Carers are seen',
    'Carers rest',
  ]);
  expect(Object.keys(actionsOf(imported))).toEqual(expect.arrayContaining(['1', '2', '3']));
});

test('an outcome that is printed with each action has no number of its own', () => {
  const imported = taken(
    `Outcome,Ref,Action,Lead,Due\nCarers are seen,1,${row}\nCarers are seen,2,${row}\nCarers are seen,,${row}\n`,
  );
  expect(imported.read.outcomes).toHaveLength(1);
  expect(Object.keys(actionsOf(imported))).toEqual(expect.arrayContaining(['1', '2']));
});

test('a lead that is named above a table leads its actions', () => {
  const across = (text: string): WordBlock => ({
    table: [
      [{ text, across: 2 }],
      [{ text: 'Lead: Anytown Trust', across: 2 }],
      ['Action', 'By when'],
      ['Fund breaks.', 'May 2026'],
    ],
  });
  const imported = takenFrom(
    readDocument(
      makeDocx([
        { heading: 'Breaks' },
        { paragraph: 'Lead officer: Anytown Council' },
        {
          table: [
            ['Action', 'By when'],
            ['Train staff.', 'May 2026'],
          ],
        },
        across('Outcome: Carers rest'),
        across('Outcome: Carers earn'),
        { heading: 'Work' },
        {
          table: [
            ['Action', 'By when'],
            ['Sign.', 'May 2026'],
          ],
        },
      ]),
    ),
  );
  const actions = Object.values(actionsOf(imported));
  expect(actions.map(({ leads = [] }) => leads)).toEqual([
    ['anytown-council'],
    ['anytown-trust'],
    ['anytown-trust'],
    [],
  ]);
  expect(imported.read.outcomes.flatMap(({ wording }) => wording.map(({ text }) => text))).toEqual([
    'Carers rest',
    'Carers earn',
  ]);
  expect(imported.questions).toEqual([]);
});

test('a lead above a table that names its own leads is kept in a comment', () => {
  const imported = taken(`BREAKS,,\nLead: Anytown Trust,,\nAction,Lead,By when\n${row}\n`);
  expect(Object.values(actionsOf(imported))[0]?.leads).toEqual(['anytown-council']);
  expect(imported.files[0]!.text).toContain('# Lead: Anytown Trust');
});

test.each(['What we’ll do', "What we'll do", 'How we’ll do it'])(
  'short forms in headings are understood: %s',
  (heading) => {
    expect(actionsOf(taken(`Ref,${heading},Lead\n1,Train.,Anytown Council\n`))['1']).toMatchObject({
      promise: 'Train.',
      leads: ['anytown-council'],
    });
  },
);
