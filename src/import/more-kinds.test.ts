import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionsOf, kindsAsked, statementsOf, taken } from '../tests/fixtures/import/take-csv.ts';
import { readDelimited } from './read/read-delimited.ts';

const council = 'Anytown Council';
const few = `Open three centres.,${council}`;

test.each([
  ['no second row', 'Ref,Action,Lead,Not started,In progress,Complete\n'],
  ['under one heading', 'Ref,Action,Lead,Status,,\n,,,Not started,In progress,Complete\n'],
])('a tick under a status says that status: %s', (_, headings) => {
  const imported = taken(`${headings}1,${few},,X,\n2,${few},,,✓\n3,${few},☐,☐,☒\n4,${few},,,\n`);
  expect(statementsOf(imported)).toEqual({
    1: { status: 'in progress' },
    2: { status: 'complete' },
    3: { status: 'complete' },
  });
  expect(imported.questions).toEqual([]);
  // The ticks themselves are counted, and empty boxes are left out with their reason.
  expect(imported.table.leftOut.map(({ text }) => text)).toEqual(['☐', '☐']);
});

test('two ticks are asked about, and so are words where others have ticks', () => {
  const headings = 'Ref,Action,Lead,In progress,Complete';
  const twice = taken(`${headings}\n1,${few},x,x\n`);
  expect(actionsOf(twice)['1']?.open).toEqual(['status']);
  const words = taken(`${headings}\n1,${few},x,\n2,${few},,Not yet\n`);
  expect(statementsOf(words)['2']?.status).toBeUndefined();
});

test.each(['Carried over from', 'Previous reference', 'Old plan ref no', 'Continues'])(
  'what the column “%s” says is kept and asked about, and is no number of the action',
  (heading) => {
    const imported = taken(`Ref,Action,Lead,${heading}\n1,${few},2.1 (2019 plan)\n2,${few},New\n`);
    expect(actionsOf(imported)['1']?.open).toEqual(['other']);
    expect(actionsOf(imported)['2']?.open).toEqual([]);
    expect(kindsAsked(imported)).toEqual(['carried over']);
    const [first] = imported.files.filter(({ path }) => path.endsWith('actions/1.yaml'));
    expect(first!.text).toContain('# Carried over from:\n# 2.1 (2019 plan)');
  },
);

const earlier = { earlier: { code: 'old', references: ['2.1', '2.2', '3.2.b', 'wb.04'] } };
const carried = (said: string, answers = 'plan:\n  succeeds: earlier\n') =>
  taken(`Ref,Action,Lead,Carried over from\n1,${few},"${said}"\n`, answers, { plans: earlier });

test.each([
  ['2.1', 'old-2-1'],
  ['Carried forward from 2.1 (2022-25 plan)', 'old-2-1'],
  ['OLD 2.1 and 2.2', ['old-2-1', 'old-2-2']],
  ['old-2-1', 'old-2-1'],
  ['Previously 3.2(b)', 'old-3-2-b'],
  ['WB-04', 'old-wb-04'],
])('an action of the earlier plan is named where that plan has it: %s', (said, right) => {
  const imported = carried(said);
  expect(actionsOf(imported)['1']).toMatchObject({ continues: right, open: [] });
  expect(actionsOf(imported)['1']!.comments).toContain(said);
  expect(parse(imported.files[0]!.text)).toMatchObject({ succeeds: 'earlier' });
  expect(imported.questions).toEqual([]);
});

test.each(['9.9', '2.1 and 9.9', '2.1 in part, for Year 2', 'The café', '2.10'])(
  'no earlier action is supposed, and a person is asked: %s',
  (said) => {
    const { 1: action } = actionsOf(carried(said));
    expect(action).toMatchObject({ open: ['other'], needs_review: [{ found: said }] });
    expect(action!.continues).toBeUndefined();
  },
);

test('which plan goes on is asked once, and never supposed', () => {
  const asked = carried('2.1', '');
  expect(actionsOf(asked)['1']!.continues).toBeUndefined();
  expect(asked.questions.map(({ answer }) => answer)).toMatchObject([
    { part: 'plan', key: 'succeeds' },
  ]);
  const kept = carried('2.1', 'plan:\n  succeeds: keep\n');
  expect(kept.questions).toEqual([]);
  expect(actionsOf(kept)['1']).toMatchObject({ open: [] });
  expect(parse(kept.files[0]!.text)).not.toHaveProperty('succeeds');
  expect(() => carried('2.1', 'plan:\n  succeeds: earliest\n')).toThrow('“earlier”');
});

test.each([
  ['Month,Year', 'March,2025', 'March 2025'],
  ['Year,Month', '2025,March', 'March 2025'],
  ['Due month,Due year', '3,2025', 'March 2025'],
  ['Day,Month,Year', '31,12,2026', '31 December 2026'],
  ['Quarter,Year', 'Q3,2025/26', 'Q3 2025/26'],
  ['2024/25,2025/26', ',x', '2025/26'],
])('a date in several columns is one date: %s', (headings, cells, due) => {
  const imported = taken(`Ref,Action,Lead,${headings}\n1,${few},${cells}\n`);
  expect(actionsOf(imported)['1']).toMatchObject({ due, open: [] });
});

test.each(['"""', 'As above', 'ditto', '〃'])('%s repeats the lead and the date above', (mark) => {
  const quoted = `"${mark.replaceAll('"""', '""')}"`;
  const imported = taken(`Ref,Action,Lead,Due\n1,${few},May 2025\n2,Go.,${quoted},${quoted}\n`);
  expect(actionsOf(imported)['2']).toMatchObject({
    leads: ['anytown-council'],
    due: 'May 2025',
    open: [],
  });
  expect(imported.repairs.some(({ text }) => text.includes('what the row above says'))).toBe(true);
});

test.each([
  [`Lead: ${council}; Support: Anytown Trust`, ['anytown-council', 'partner anytown-trust'], []],
  [`${council} (with Anytown Trust)`, ['anytown-council', 'partner anytown-trust'], []],
  [`${council} (Adult Social Care)`, ['anytown-council'], []],
  ['Night Line (with Anytown Trust)', ['partner anytown-trust'], ['Night Line']],
  [
    `"${council} (lead), Anytown Trust (support)"`,
    ['anytown-council', 'partner anytown-trust'],
    [],
  ],
  [
    `"Anytown Trust (supporting)\n${council} (Lead)"`,
    ['partner anytown-trust', 'anytown-council'],
    [],
  ],
  [`${council}/Anytown Trust`, ['anytown-council', 'anytown-trust'], []],
  [`${council} (lead) with Anytown Trust`, ['anytown-council', 'partner anytown-trust'], []],
  [`"Anytown Trust, ${council} (lead)"`, ['anytown-council', 'partner anytown-trust'], []],
  [`"Anytown Trust, ${council} (support)"`, ['partner anytown-council', 'anytown-trust'], []],
])('roles and brackets in a lead are understood: %s', (typed, leads, unknown) => {
  const imported = taken(`Ref,Action,Lead\n1,Go.,${typed}\n`);
  const { leads: found = [] } = actionsOf(imported)['1']!;
  expect(
    found.map((lead) => (typeof lead === 'string' ? lead : `partner ${lead.organisation}`)),
  ).toEqual(leads);
  expect(imported.unknownLeads.map(({ text }) => text)).toEqual(unknown);
});

test('no organisation is made of a date, an error, a formula or everybody', () => {
  const imported = taken(
    `Action,Lead and timescale\nGo one.,${council} - March 2025\nGo two.,All\nGo three.,#N/A\nGo four.,"=VLOOKUP(A1,B2)"\n`,
    '',
    { addOrganisations: true },
  );
  expect(imported.files.filter(({ path }) => path.startsWith('organisations/'))).toEqual([]);
  expect(kindsAsked(imported).sort()).toEqual(['error', 'lead', 'no value']);
});

test.each([
  ['2025-03-31T00:00:00Z', '2025-03-31'],
  ['31/03/2025 00:00', '31/03/2025'],
  ['• March 2025', 'March 2025'],
  ['– March 2025', 'March 2025'],
])(
  'the time at which a day begins is no part of a date, nor is the mark of a list: %s',
  (typed, due) => {
    expect(actionsOf(taken(`Ref,Action,Due\n1,Go.,${typed}\n`))['1']).toMatchObject({
      due,
      source: { due: typed },
      open: [],
    });
  },
);

test('any other time is asked about, as the day may be another one where it was typed', () => {
  const imported = taken('Ref,Action,Due\n1,Go.,2025-03-30T23:00:00Z\n');
  expect(actionsOf(imported)['1']?.open).toEqual(['due']);
});

test.each([
  ['Partner Organisations', 'partner'],
  ['Supporting agencies', 'partner'],
  ['Assigned To', 'lead'],
  ['Responsible body', 'lead'],
  ['Time-bound', 'due'],
  ['#', 'number'],
  ['Sut byddwn ni’n gwybod?', 'measure'],
  ['Who’s leading?', 'lead'],
  ['Who’s helping?', 'partner'],
  ['When’s it due?', 'due'],
  ['Workstream', 'theme'],
  ['Milestone date', 'due'],
  ['Unique Identifier', 'number'],
])('a column “%s” is for the %s', (heading, field) => {
  const { read } = taken(`Action,Status,${heading}\nGo.,Complete,x\n`);
  expect(read.columns.find((column) => column.heading === heading)?.field).toBe(field);
});

test('a column of “None” and “N/A” is not asked about as if it held statuses', () => {
  const csv = 'Ref,Action,Lead,Resources\n1,Go.,Anytown Council,None\n2,Do.,Anytown Council,N/A\n';
  expect(taken(csv).questions).toEqual([]);
});

test('a priority of high or low is no theme', () => {
  const { read, questions } = taken(
    'Ref,Action,Bucket Name,Priority\n1,Go.,Breaks,High\n2,Do.,Breaks,Low\n',
  );
  expect(read.themes.map(({ printed }) => printed[0]?.text)).toEqual(['Breaks']);
  expect(questions).toEqual([]);
});

test('of two columns of numbers, the one before the outcome is that of the outcome', () => {
  const imported = taken(
    `Ref,Objective,Ref,Action,Lead\n1,Carers are heard,1a,${few}\n,,1b,${few}\n`,
  );
  expect(Object.keys(actionsOf(imported))).toEqual(['1a', '1b']);
  expect(imported.questions).toEqual([]);
});

test('of a title and a description of an action, the description is the promise', () => {
  const imported = taken('Ref,Action title,Action description\n1,Centres,Open three centres.\n');
  expect(actionsOf(imported)['1']?.promise).toBe('Open three centres.');
});

test('two well-known names are enough for headings, with short words beside them', () => {
  const imported = taken(
    `Specific Action,Achievable,Relevant,Lead,Ward,Cost code\nOpen three centres.,Yes,Yes,${council},East,7\n`,
  );
  expect(actionsOf(imported)['1.1']?.leads).toEqual(['anytown-council']);
});

test('a file without headings is told which row is most like them, and what to write', () => {
  expect(() => taken('Wish,Person,Ready\nOpen,Jo,May\n')).toThrow(
    /line 1: “Wish” \(not known\).*\n {2}columns:\n {4}"Wish": action/,
  );
});

test('columns that are set out with spaces are refused with what to do', () => {
  const text = 'Ref  Action   Lead\n1    Go home  Council\n';
  expect(() => readDelimited(new TextEncoder().encode(text))).toThrow('set out with spaces');
});

test('a line that is drawn under the headings is no action', () => {
  const imported = taken('| Ref | Action |\n|-----|--------|\n| 1 | Go. |\n');
  expect(Object.keys(actionsOf(imported))).toEqual(['1']);
});

test('a table of something else below an empty row is kept apart and asked about once', () => {
  const csv = `Ref,Action,Lead,Due\n1,${few},May 2025\n\nRisk,Likelihood,Impact,Mitigation\nNo money,High,High,Ask for more\nNo staff,Low,High,Pay them\n`;
  const imported = taken(csv);
  expect(Object.keys(actionsOf(imported))).toEqual(['1']);
  expect(imported.questions).toHaveLength(1);
  expect(taken(csv, 'rows:\n  line 4: note\n').questions).toEqual([]);
  expect(Object.keys(actionsOf(taken(csv, 'rows:\n  line 4: action\n')))).toHaveLength(4);
});

test('several numbered texts in one cell are asked about', () => {
  const imported = taken('Action,Lead\n"1.1 Open a centre.\n1.2 Train staff.",Anytown Council\n');
  expect(Object.values(actionsOf(imported))[0]?.open).toEqual(['promise']);
});

test('UTF-16 without its mark is read', () => {
  const text = 'Ref,Action,Lead\n1,Open – soon.,Council\n';
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  expect(readDelimited(bytes).rows[1]?.cells[1]?.text).toBe('Open – soon.');
  expect(readDelimited(bytes.toReversed()).rows.length).toBeGreaterThan(0);
});

test('a word beside a number is no part of it, nor is a star', () => {
  const imported = taken('Ref,Action\n1 (new),Go.\n2*,Do.\n3 – revised,Be.\n');
  const open = Object.values(actionsOf(imported)).filter((action) => action.open.length > 0);
  expect(open.map(({ source }) => source.row)).toEqual(['1 (new)', '3 – revised']);
  expect(actionsOf(imported)['2']?.promise).toBe('Do.');
});

test('a report whose column is dated as the file is told once', () => {
  const imported = taken(
    `Ref,Action,Lead,Position as at March 2026\n1,${few},Two of three are open.\n`,
    '',
    { addOrganisations: true },
  );
  expect(statementsOf(imported)['1']?.text).toBe('Two of three are open.');
});

test('a day in figures beside “complete” has passed, whichever of day and month is first', () => {
  const said = (status: string) =>
    statementsOf(taken(`Ref,Action,Lead,Status\n1,${few},${status}\n`))['1']?.status;
  expect(said('Complete 03/04/2025')).toBe('complete');
  expect(said('Complete (03/02/2026)')).toBe('complete');
  expect(said('Complete 03/04/2027')).toBeUndefined();
});

test('a box that competes with a status is kept and asked about', () => {
  const imported = taken('Ref,Action,Status,Done?\n1,Go.,,☒\n');
  expect(actionsOf(imported)['1']?.comments).toContain('☒');
  expect(kindsAsked(imported)).toEqual(['column Done?']);
});

test('a list that begins with a) is no rest of the row above', () => {
  expect(taken('Ref,Action\n1,"a) First do this\nb) then that"\n').questions).toEqual([]);
});

test('what the source calls withdrawn is so once a person has said it', () => {
  const csv =
    'Ref,Action,Status,Progress\n1,Go.,Withdrawn,\n2,Do.,Withdrawn,No money was left.\n3,Be.,Merged,\n';
  const open = taken(csv);
  expect(kindsAsked(open)).toEqual(['withdrawn', 'merged']);
  expect(statementsOf(open)['1']?.status).toBeUndefined();
  const answered = taken(csv, 'statuses:\n  Withdrawn: withdrawn\n  Merged: keep\n');
  expect(answered.questions).toEqual([]);
  expect(statementsOf(answered)).toMatchObject({
    1: { status: 'withdrawn', reason: 'The report gives no reason.' },
    2: {
      status: 'withdrawn',
      reason: 'The report says it in its own words.',
      text: 'No money was left.',
    },
    3: { status_text: 'Merged' },
  });
});

test('once everything is answered, nothing is open in the plan', () => {
  const csv = 'Key,,\nGreen,Complete,\n\nRef,Action,Lead\n1,Go.,Anytown Council\n';
  expect(
    taken(csv)
      .aboutPlan.map(({ answer }) => answer?.key)
      .sort(),
  ).toEqual(['area', 'from', 'other_words', 'summary', 'title', 'to']);
  const plan =
    'plan:\n  title: Plan\n  area: Anytown\n  from: "2024"\n  to: "2027"\n  summary: Words.\n  other_words: yes\n';
  const answered = taken(csv, plan);
  expect(answered.aboutPlan).toEqual([]);
  expect(answered.files[0]?.text).not.toContain('needs_review');
});

test('columns whose headings are dates are asked about, and can be reports of those dates', () => {
  const csv =
    'Ref,Action,Lead,June 2025,Sept 2025\n1,Go.,Anytown Council,Site found.,Lease signed.\n';
  expect(kindsAsked(taken(csv))).toEqual(['dated column']);
  const { files, questions } = taken(
    csv,
    'columns:\n  June 2025: progress\n  Sept 2025: progress\n',
  );
  expect(questions.map(({ kind }) => kind)).not.toContain('dated column');
  expect(files.flatMap(({ path }) => /reports\/(.+)\.yaml$/.exec(path)?.[1] ?? []).sort()).toEqual([
    '2025-06',
    '2025-09',
  ]);
});

test.each([
  ['By who', 'Implementation date'],
  ['Lead Cabinet Member', 'Planned implementation date'],
  ['Responsible directorate', 'By (date)'],
])('“%s” is who leads, and “%s” by when', (who, when) => {
  const imported = taken(`No,Action,${who},${when}\n1,Open three centres.,${council},March 2026\n`);
  expect(kindsAsked(imported)).toEqual([]);
  expect(actionsOf(imported)['1']?.leads).toHaveLength(1);
  expect(actionsOf(imported)['1']?.due).toBe('March 2026');
});

test('where no column says who or when, those that may are asked about, and none is guessed', () => {
  const imported = taken(
    'No,Action,Directorate,Window,Cost\n1,Open three centres.,Adults,Mar 2026,£5\n2,Train staff.,Children,,£6\n',
  );
  expect(kindsAsked(imported)).toEqual(['no column for lead', 'no column for due']);
  expect(actionsOf(imported)['1']?.due).toBeUndefined();
  // Where another column says so, a further one is only kept.
  const known = taken(
    'No,Action,Lead,By when,Directorate,Window\n1,Open three centres.,Anytown Council,March 2026,Adults,Mar 2027\n',
  );
  expect(kindsAsked(known)).toEqual([]);
});

test('a row of totals is no promise, and is asked about', () => {
  const imported = taken(
    'No,Action,Lead,Due\n1,Open three centres.,Anytown Council,March 2026\nTotal,2,,\n',
  );
  expect(Object.keys(actionsOf(imported))).toEqual(['1']);
  expect(imported.questions.map(({ answer }) => answer?.key)).toEqual(['line 3']);
  const note = taken(
    'No,Action,Lead,Due\n1,Open three centres.,Anytown Council,March 2026\nTotal,2,,\n',
    'rows:\n  line 3: note\n',
  );
  expect(Object.keys(actionsOf(note))).toEqual(['1']);
  expect(note.questions).toEqual([]);
});

test.each([
  ['Mon 06/04/26', 'Mon 6 April 2026'],
  ['20260331', '31 March 2026'],
])('“%s” can be one day only, and is read', (typed, due) => {
  const imported = taken(`No,Action,Lead,Due\n1,Open three centres.,Anytown Council,${typed}\n`);
  expect(actionsOf(imported)['1']).toMatchObject({ due, source: { due: typed }, open: [] });
});

test('a formula for a link reads as what it shows, with the address beside it', () => {
  const imported = taken(
    `Ref,Action,Lead\n1,"=HYPERLINK(""https://example.org/join"",""Join up services"")",${council}\n"=""1.10""",Open centres.,${council}\n`,
  );
  expect(imported.questions).toEqual([]);
  expect(actionsOf(imported)).toMatchObject({
    1: {
      promise: 'Join up services',
      source: { note: '“Join up services” leads to https://example.org/join' },
    },
    '1.10': { promise: 'Open centres.' },
  });
});

test.each([
  ['"=VLOOKUP(A1,B2:C9,2)"', 'no value'],
  ['=B2', 'no value'],
  ["='Sheet 1'!B2&C2", 'no value'],
  ['#REF!', 'error'],
])('no promise is made of %s: the cell is asked about, and the answer makes it', (typed, kind) => {
  const csv = `Ref,Action,Lead,Due\n1,${few},May 2026\n2,${typed},${council},May 2026\n`;
  const imported = taken(csv);
  expect(Object.keys(actionsOf(imported))).toEqual(['1']);
  expect(imported.questions).toMatchObject([
    { kind, answer: { part: 'cells', key: 'line 3, Action' } },
  ]);
  expect(imported.files[0]!.text).toContain('# line 3.');
  expect(Object.keys(actionsOf(taken(csv, 'rows:\n  line 3: note\n')))).toEqual(['1']);
  const answered = taken(csv, 'cells:\n  line 3, Action: Train staff.\n');
  expect(actionsOf(answered)['2']).toMatchObject({ promise: 'Train staff.', due: 'May 2026' });
  expect(answered.questions).toEqual([]);
});

test.each(['Measure', 'Progress', 'Partners', 'Theme', 'Outcome', 'Ref'])(
  'a formula in a column “%s” is no word of the plan',
  (heading) => {
    const imported = taken(
      `${heading},Action,Lead,Due\n"=VLOOKUP(A1,B2)",${few},May 2026\n#N/A,Go.,${council},May 2026\n`,
    );
    const [first, second] = Object.values(actionsOf(imported));
    expect(first?.open).toHaveLength(1);
    expect(second?.open).toHaveLength(1);
    expect(first?.comments).toContain('The file shows in place of words: =VLOOKUP(A1,B2)');
    expect(imported.unknownAbbreviations).toEqual([]);
  },
);

test.each([',,#REF!,', 'BREAKS,,#N/A,', ',,,"=SUM(A1:A9)"'])(
  'an error in a row without an action is counted: %s',
  (line) => {
    const imported = taken(`Ref,Action,Lead,Due\n1,${few},May 2026\n${line}\n2,${few},May 2026\n`);
    expect(Object.keys(actionsOf(imported))).toEqual(['1', '2']);
  },
);

test.each(['As above', 'ditto', '""""'])(
  '%s under a theme or an outcome is no theme of its own',
  (mark) => {
    const imported = taken(
      `Theme,Outcome,Action,Lead\nBreaks,Carers rest,${few}\n${mark},${mark},Go.,${council}\nWork,Carers earn,Do.,${council}\n${mark},${mark},Be.,${council}\n`,
    );
    expect(imported.read.themes.map(({ printed }) => printed[0]?.text)).toEqual(['Breaks', 'Work']);
    expect(imported.read.outcomes).toHaveLength(2);
    expect(Object.values(actionsOf(imported)).map(({ outcome }) => outcome)).toEqual([
      'carers-rest',
      'carers-rest',
      'carers-earn',
      'carers-earn',
    ]);
    expect(imported.questions).toEqual([]);
  },
);

test('“as above” under a measure or a status says what the row above says', () => {
  const imported = taken(
    `Ref,Action,Measure,Status,Progress\n1,Go.,Ten open,Complete,All open\n2,Do.,As above,Ditto,As above\n`,
  );
  expect(actionsOf(imported)['2']?.measures).toEqual(['Ten open']);
  expect(statementsOf(imported)['2']).toEqual(statementsOf(imported)['1']);
  expect(actionsOf(imported)['2']?.comments).toContain('As above');
});

test('“as above” in place of an action is asked about', () => {
  const imported = taken(`Ref,Action,Lead\n1,${few}\n2,As above,Anytown Trust\n`);
  expect(actionsOf(imported)['2']?.open).toEqual(['promise']);
});

test('“as above” in place of an action is asked about', () => {
  const imported = taken(`Ref,Action,Lead\n1,${few}\n2,As above,Anytown Trust\n`);
  expect(actionsOf(imported)['2']?.open).toEqual(['promise']);
});

test('an empty lead below a theme that is printed once may be the one above, until a person has said', () => {
  const csv = `Theme,Action,Lead,Due\nBreaks,Go.,${council},May 2026\n,Do.,,May 2026\nWork,Be.,,May 2026\n,See.,,May 2026\n`;
  const asked = taken(csv);
  expect(asked.questions).toMatchObject([
    { rows: [2], answer: { part: 'plan', key: 'leads_as_above' } },
  ]);
  expect(actionsOf(asked)['1.2']?.open).toEqual(['leads']);
  const yes = actionsOf(taken(csv, 'plan:\n  leads_as_above: yes\n'));
  expect([yes['1.2']?.leads, yes['2.1']?.leads, yes['2.2']?.leads]).toEqual([
    ['anytown-council'],
    undefined,
    undefined,
  ]);
  const no = taken(csv, 'plan:\n  leads_as_above: no\n');
  expect(no.questions).toEqual([]);
  expect(actionsOf(no)['1.2']?.leads).toBeUndefined();
});

test('an empty lead is no question where the theme is printed in each row, or is in a row of its own', () => {
  const each = `Theme,Action,Lead\nBreaks,Go.,${council}\nBreaks,Do.,\n`;
  const own = `Ref,Action,Lead\n,BREAKS,\n1,Go.,${council}\n2,Do.,\n`;
  for (const csv of [each, own]) expect(taken(csv).questions).toEqual([]);
});
