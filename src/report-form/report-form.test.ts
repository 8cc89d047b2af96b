import { expect, test } from 'vitest';
import { publishedAction } from '../exports/actions-json.ts';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { actionMeant } from '../authoring/action-meant.ts';
import {
  boxOf,
  nobodyListed,
  notPublished,
  reportOf,
  withIdsOfLeads,
  type FormValues,
  type StatementValues,
} from './form-values.ts';
import { findingsIn } from './findings.ts';
import { inTheForm } from './form-words.ts';
import { opinionNotice } from './opinion.ts';
import { longestEmail, reportEmail } from './report-email.ts';
import { reportFacts } from './report-facts.ts';
import { reportFile } from './report-file.ts';
import { tidyText } from './tidy.ts';

const register = linkRegister(loadRecords(soundFolder).records!, '2026-11-22');
const facts = reportFacts(register);
const published = (id: string) =>
  publishedAction(
    register.actions.find((action) => action.id === id)!,
    new URL('https://promises.example/'),
  );
const withStages = published('old-1-2');

const empty: FormValues = {
  reported: '',
  by: '',
  by_name: '',
  by_website: '',
  access: '',
  title: '',
  url: '',
  page: '',
  archived: '',
  note: '',
  actions: [],
};

const nothing: StatementValues = {
  ref: withStages.ref,
  status: '',
  status_text: '',
  completed: '',
  rag: '',
  text: '',
  merged_into: '',
  due: '',
  leads: [],
  reason: '',
  milestones: withStages.milestones.map(({ label }) => ({ label, status: '', due: '' })),
};

/** The boxes of a report of June 2024 on one action. */
function filledIn(statement: Partial<StatementValues>, given: Partial<FormValues> = {}) {
  return {
    ...empty,
    reported: 'June 2024',
    actions: [{ ...nothing, text: 'We met.', ...statement }],
    ...given,
  };
}

const around = {
  plan: withStages.plan,
  actions: [withStages],
  others: [],
  facts,
  today: '2026-11-22',
};

/** What the form says of values, by the names of the boxes. */
function said(
  statement: Partial<StatementValues>,
  given: Partial<FormValues> = {},
): Record<string, string> {
  const values = filledIn(statement, given);
  return Object.fromEntries(
    findingsIn(reportOf(values), around).map((finding) => [
      boxOf(finding, values).replace('actions-1-2-', ''),
      inTheForm(finding),
    ]),
  );
}

test('only the boxes that were filled in become lines, in the order of the schema', () => {
  const values = filledIn(
    {
      due: 'Spring 2025',
      text: 'Two parts:\r\n\r\n- one\u00a0\r\n- two\u200b',
      reason: 'No money: none.',
      leads: [
        { organisation: '', role: 'lead' },
        { organisation: 'trust', role: 'partner' },
        { organisation: 'council', role: 'lead' },
      ],
      merged_into: 'left from a status that was chosen before',
      completed: 'left from one too',
      milestones: [
        { label: 'Build it', status: '', due: ' ' },
        { label: 'Open it', status: 'complete', due: '' },
      ],
    },
    {
      reported: ' June 2024 ',
      by: 'trust',
      by_name: 'left from a choice before',
      title: 'Board paper 7: progress',
      url: 'https://example.org/paper',
      page: '12',
      note: 'left from a choice before',
    },
  );
  const { path, text } = reportFile(reportOf(values), withStages, facts);
  expect(path).toMatch(/\/plans\/old\/reports\/2024-06-old-1-2-trust-[a-z]{4}\.yaml$/);
  expect(text).toBe(`reported: June 2024
by: trust
source:
  title: "Board paper 7: progress"
  url: https://example.org/paper
  page: "12"
actions:
  "1.2":
    text: |-
      Two parts:

      - one
      - two
    due: Spring 2025
    leads:
      - organisation: trust
        role: partner
      - council
    reason: "No money: none."
    milestones:
      - label: Open it
        status: complete
`);
});

test('what was not published, and a body without a record, are told in its lines', () => {
  const values = filledIn(
    {},
    {
      by: nobodyListed,
      by_name: 'Carers Action Group',
      access: notPublished,
      title: 'An email',
      url: 'https://left.example/',
      note: 'From the group to us.',
    },
  );
  const { path, text } = reportFile(reportOf(values), withStages, facts);
  expect(path).toMatch(/reports\/2024-06-old-1-2-carers-action-group-[a-z]{4}\.yaml$/);
  expect(text).toBe(`reported: June 2024
by:
  name: Carers Action Group
source:
  title: An email
  not_published: true
  note: From the group to us.
actions:
  "1.2":
    text: We met.
`);
});

test('who made no promise is told that the report is a second opinion', () => {
  const told = (given: Partial<FormValues>) =>
    opinionNotice(reportOf(filledIn({}, given)), [withStages], facts);
  expect(told({})).toBe('');
  expect(told({ by: withStages.leads[0]!.id })).toBe('');
  expect(told({ by: nobodyListed, by_name: 'Carers Action Group' })).toBe(
    'Carers Action Group neither published the plan nor leads the action. This report is shown as a second opinion: beside the status, which it does not change.',
  );
});

test('an email holds the report in words and as a record, as far as it fits', () => {
  const emailOf = (length: number) => {
    const report = reportOf(filledIn({ text: 'a'.repeat(length), status: 'complete' }));
    const file = reportFile(report, withStages, facts);
    const email = reportEmail(report, file, [withStages], facts);
    const { protocol, pathname, searchParams } = new URL(email.url);
    expect(protocol + pathname).toBe(`mailto:${facts.contact}`);
    expect(searchParams.get('subject')).toBe('Progress on OLD 1.2');
    expect(email.url.length).toBeLessThanOrEqual(longestEmail);
    const body = searchParams.get('body')!.replaceAll('\r\n', '\n');
    expect(body.includes(file.text)).toBe(email.filled);
    return { ...email, body };
  };
  const short = emailOf(10);
  expect(short.filled).toBe(true);
  expect(short.body).toContain(
    `OLD 1.2: ${withStages.title}\nStatus: complete\nProgress: aaaaaaaaaa`,
  );
  const longer = emailOf(1000);
  expect(longer.filled).toBe(true);
  expect(longer.body).not.toContain('Progress: ');
  expect(emailOf(3000).filled).toBe(false);
});

test.each<[string, Partial<StatementValues>, Record<string, string>, Partial<FormValues>?]>([
  [
    'no date',
    {},
    { reported: '“Date of the report” is missing. Write something such as June 2025' },
    { reported: '' },
  ],
  [
    'a date that is none',
    {},
    {
      reported:
        '“31 June 2024” is not a day: June 2024 has 30 days. Write a day from 1 to 30 June 2024, or June 2024 for the whole month.',
    },
    { reported: '31 June 2024' },
  ],
  [
    'a date that is still to come',
    {},
    {
      reported:
        'This report is dated June 2027, which is still to come. Write the date on which it was reported. A date by which something is promised is a due date.',
    },
    { reported: 'June 2027' },
  ],
  [
    'a date before the plan',
    {},
    { reported: expect.stringContaining('before the plan began') as string },
    { reported: 'June 2009' },
  ],
  [
    'a body without a name',
    {},
    {
      'by-name':
        '“Name of the body or group” is missing. Write something such as Anytown Residents’ Group',
    },
    { by: nobodyListed },
  ],
  [
    'a document without a title, and an address that is none',
    {},
    {
      'source-title':
        '“Title of the document or page” is missing. Write something such as Board paper 7: progress',
      'source-url':
        '“www.example.org/paper” is not a web address that this site can link to. It must start with https://. Check in a browser whether this opens: https://www.example.org/paper',
    },
    { url: 'www.example.org/paper' },
  ],
  [
    'what was not published, and not what it is',
    {},
    { 'source-note': expect.stringContaining('nothing says what it is') as string },
    { title: 'A letter', access: notPublished },
  ],
  [
    'a date that moved, and no reason',
    { due: 'Spring 2025' },
    {
      reason:
        'This report moves a date or changes the leads, but gives no reason. Write why, such as The hospital asked for more time.',
    },
  ],
  [
    'withdrawn, and no reason',
    { status: 'withdrawn' },
    {
      reason:
        'This report withdraws the action, but gives no reason. Write why, such as The fund was closed.',
    },
  ],
  [
    'merged, and not into what',
    { status: 'merged' },
    {
      merged_into:
        'This report merges the action, but does not say into which one. Write the identifier of the action that goes on, such as any-4-3',
    },
  ],
  [
    'merged into what is not there',
    { status: 'merged', merged_into: 'old-9' },
    {
      merged_into:
        'There is no action “old-9” to merge into. Write a plan’s code and a number with hyphens, such as any-4-3.',
    },
  ],
  [
    'no due date',
    { due: 'tbc', reason: 'Why not.' },
    {
      due: '“tbc” does not give a date. If there is no new date, leave the box empty, and say so in the text. The site keeps the date that was promised.',
    },
  ],
  [
    'a lead that is not there, below an empty box',
    {
      reason: 'Why not.',
      leads: [
        { organisation: '', role: 'lead' },
        { organisation: 'Councill', role: 'partner' },
      ],
    },
    { 'leads-1': 'There is no organisation “Councill”. Did you mean “North Council”?' },
  ],
  [
    'a lead of whose name only a part is there',
    { reason: 'Why not.', leads: [{ organisation: 'care', role: 'lead' }] },
    { 'leads-0': 'There is no organisation “care”. Did you mean “Care Trust”?' },
  ],
  [
    'a date of the second stage',
    {
      reason: 'Why not.',
      milestones: [
        { label: 'Build it', status: '', due: '' },
        { label: 'Open it', status: '', due: 'Spring' },
      ],
    },
    {
      'milestones-1-due':
        '“Spring” does not say which year. Add the year, for example Spring 2025.',
    },
  ],
  [
    'an abbreviation that nothing explains',
    { text: 'The QZX met.' },
    {
      text: 'Nothing explains the abbreviation “QZX”. Write in full what it stands for. If the words are those of a document, write to us first, and we will explain it.',
    },
  ],
  [
    'nothing but a date',
    { text: '' },
    {
      text: 'This report says nothing about this action. Choose a status, or write what was reported, such as The first talks were held.',
    },
  ],
  [
    'marks around a date',
    {},
    {
      reported:
        'The curly quotation marks become part of this text. Only straight marks (") count as quotation marks around a text. Take them out: June 2024',
    },
    { reported: '“June 2024”' },
  ],
  [
    'a reason that is too long',
    { reason: 'a'.repeat(405) },
    { reason: '“Reason” has 405 characters, and the most is 400. Make it shorter by 5.' },
  ],
])('%s is told beside its box, in the words of the check', (_name, statement, expected, given) => {
  expect(said(statement, given)).toEqual(expected);
});

test('where nobody knows which other actions there are, none is said to be missing', () => {
  const report = reportOf(filledIn({ status: 'merged', merged_into: 'x-1' }));
  expect(findingsIn(report, { ...around, others: undefined })).toEqual([]);
});

test('when it was done goes into the report beside the status complete', () => {
  const { actions } = reportOf(filledIn({ status: 'complete', completed: ' June 2023 ' }));
  expect(Object.values(actions)).toEqual([
    { status: 'complete', text: 'We met.', completed: 'June 2023' },
  ]);
});

test('two actions that would be merged into each other are told', () => {
  const other = { ...published('new-2-1-1'), merged_into: withStages.id, status: 'merged' };
  other.updates = [
    { ...withStages.updates[0]!, reported_display: 'May 2023', status: 'merged', due: null },
  ];
  const report = reportOf(filledIn({ status: 'merged', merged_into: other.id }));
  const found = findingsIn(report, { ...around, others: [other] });
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('merged into each other'),
  ]);
});

test.each(['north council', 'NC', ' North\u00a0Council ', 'council'])(
  'a lead may be typed by its name: “%s”',
  (organisation) => {
    const values = filledIn({ leads: [{ organisation, role: 'lead' }] });
    expect(reportOf(withIdsOfLeads(values, facts.organisations)).actions['1.2']).toMatchObject({
      leads: ['council'],
    });
  },
);

test('nobody who fills in the form is told to make a file', () => {
  const lead = { organisation: 'Night Line', role: 'lead' };
  expect(said({ leads: [lead], reason: 'Why not.' })).toEqual({
    'leads-0':
      'There is no organisation “Night Line”. Choose one from the list. If it is not there, leave this box empty, and name it under “Progress”.',
  });
  const early = said({}, { reported: '1999' });
  expect(early['reported']).toMatch(/before the plan began \(.+\)\. Check the year\.$/);
});

test('what contradicts an earlier report of the same month is told beside the status', () => {
  const newest = withStages.updates.findLast(({ status }) => status !== null)!;
  const status = newest.status === 'complete' ? 'in progress' : 'complete';
  const found = said({ status }, { reported: newest.reported_display });
  expect(found['status']).toContain(`“${newest.status!}” (an earlier report) and “${status}”`);
  expect(said({ status: newest.status! }, { reported: newest.reported_display })).toEqual({});
});

test.each([
  ['DON 2.1.2', ['don-2-1-2']],
  ['don-2-1-2', ['don-2-1-2']],
  ['Don 2.1.2).', ['don-2-1-2']],
  ['https://promises.example/actions/don-2-1-2/', ['don-2-1-2']],
  ['Action 2.1.2', ['don-2-1-2', 'nat-2-1-2']],
  ['ref: DON 2.1.2', ['don-2-1-2']],
  ['1.5', ['don-1-5', 'nat-1-5']],
  ['don-social', ['don-social']],
  ['!', []],
])('“%s” is read as a reference', (typed, ids) => {
  expect(actionMeant(typed, ['don', 'nat']).exact).toEqual(ids);
});

test('what an email program did to a reference does not hide which action is meant', () => {
  expect(actionMeant('/actions/don-2-%0D%0A1-2/', ['don']).near).toContain('don-2-1-2');
  expect(actionMeant('DON 2.1.9', ['don']).near).toContain('don-2-1');
});

test('what nobody can see goes, and what a person typed stays', () => {
  expect(tidyText('\ufeffA\u00a0b\t c \u200b\r\n\r\n\r\n\r\nd\u2028e\0')).toBe('A b  c\n\nd\ne');
  expect(tidyText('Month\tBreaks\r\nMay\t12\r\n')).toBe('Month\tBreaks\nMay\t12');
  expect(tidyText('Held:\r\n\u2022\ta day\r\n\uf0b7 a week')).toBe('Held:\n- a day\n- a week');
  expect(tidyText('1.\tOne\r\n2.\tTwo')).toBe('1. One\n2. Two');
});
