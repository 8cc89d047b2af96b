import { expect, test } from 'vitest';
import { publishedAction } from '../exports/actions-json.ts';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { actionMeant } from './action-meant.ts';
import { boxOf, updateOf, type FormValues, linesToPaste } from './form-values.ts';
import { findingsIn } from './findings.ts';
import { inTheForm } from './form-words.ts';
import { reportFacts } from './report-facts.ts';
import { tidyText } from './tidy.ts';

const register = linkRegister(loadRecords(soundFolder).records!, '2026-11-22');
const facts = reportFacts(register);
const published = (id: string) =>
  publishedAction(
    register.actions.find((action) => action.id === id)!,
    new URL('https://promises.example/'),
  );
const withStages = published('old-1-2');

const nothing: FormValues = {
  reported: '',
  status: '',
  status_text: '',
  rag: '',
  text: '',
  merged_into: '',
  due: '',
  leads: [],
  reason: '',
  milestones: withStages.milestones.map(({ label }) => ({ label, status: '', due: '' })),
};

/** What the form says of values, by the names of the boxes. */
function said(given: Partial<FormValues>, action = withStages): Record<string, string> {
  const values = { ...nothing, reported: 'June 2024', text: 'We met.', ...given };
  const findings = findingsIn(updateOf(values), { action, others: [], facts });
  return Object.fromEntries(
    findings.map((finding) => [boxOf(finding, values), inTheForm(finding)]),
  );
}

test('only the boxes that were filled in become lines, in the order of the schema', () => {
  const update = updateOf({
    ...nothing,
    reported: ' June 2024 ',
    due: 'Spring 2025',
    text: 'Two parts:\r\n\r\n- one\u00a0\r\n- two\u200b',
    reason: 'No money: none.',
    leads: [
      { organisation: '', role: 'lead' },
      { organisation: 'trust', role: 'partner' },
      { organisation: 'council', role: 'lead' },
    ],
    merged_into: 'left from a status that was chosen before',
    milestones: [
      { label: 'Build it', status: '', due: ' ' },
      { label: 'Open it', status: 'complete', due: '' },
    ],
  });
  expect(linesToPaste(update, withStages)).toBe(`  - reported: June 2024
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

test('the first update of a record brings the name of the list with it', () => {
  const update = updateOf({ ...nothing, reported: 'June 2024', text: 'It began.' });
  expect(linesToPaste(update, published('new-2-1-1'))).toBe(`updates:
  - reported: June 2024
    text: It began.
`);
});

test.each<[string, Partial<FormValues>, Record<string, string>]>([
  [
    'no date',
    { reported: '', text: 'More.' },
    { reported: '“Date of the report” is missing. Write something such as March 2022' },
  ],
  [
    'a date that is none',
    { reported: '31 June 2024' },
    {
      reported:
        '“31 June 2024” is not a day: June 2024 has 30 days. Write a day from 1 to 30 June 2024, or June 2024 for the whole month.',
    },
  ],
  [
    'a date before the last update',
    { reported: 'May 2019' },
    {
      reported:
        'This update is from May 2019, before the one above it (December 2019). Put the updates in order of their dates, the oldest first.',
    },
  ],
  [
    'a date that moved, and no reason',
    { due: 'Spring 2025' },
    {
      reason:
        'This report moves a date or changes the leads, and gives no reason. Write why, such as The hospital asked for more time.',
    },
  ],
  [
    'withdrawn, and no reason',
    { status: 'withdrawn' },
    {
      reason:
        'This report withdraws the action, and gives no reason. Write why, such as The fund was closed.',
    },
  ],
  [
    'merged, and not into what',
    { status: 'merged' },
    {
      merged_into:
        'This report merges the action, and does not say into which. Write the identifier of the action that goes on, such as nat-4-3',
    },
  ],
  [
    'merged into what is not there',
    { status: 'merged', merged_into: 'old-9' },
    {
      merged_into:
        'There is no action “old-9” to merge into. Write a plan’s code and a number with hyphens, such as nat-4-3.',
    },
  ],
  [
    'no due date',
    { due: 'tbc', reason: 'Why not.' },
    {
      due: '“tbc” does not give a date. Leave the box empty: the site then says that no date was given.',
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
    { 'leads-1': 'There is no organisation “Councill”. Did you mean “council”?' },
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
      text: 'Nothing explains the abbreviation “QZX”. Add the file data/glossary/qzx.yaml that says what it stands for, or that nobody says so.',
    },
  ],
  [
    'a date alone',
    { text: '' },
    {
      text: 'This report says nothing of this action. Choose a status, or write what was reported, such as The first talks were held.',
    },
  ],
  [
    'marks around a date',
    { reported: '“June 2024”' },
    {
      reported:
        'The curly quotation marks become part of this text. Only straight marks (") are taken for marks around a text. Take them out: June 2024',
    },
  ],
  [
    'a reason that is too long',
    { reason: 'a'.repeat(405) },
    { reason: '“Reason” has 405 characters, and the most is 400. Make it shorter by 5.' },
  ],
])('%s is told beside its box, in the words of the check', (_name, given, expected) => {
  expect(said(given)).toEqual(expected);
});

test('where nobody knows which other actions there are, none is said to be missing', () => {
  const update = updateOf({
    ...nothing,
    reported: 'June 2024',
    status: 'merged',
    merged_into: 'x-1',
  });
  expect(findingsIn(update, { action: withStages, others: undefined, facts })).toEqual([]);
});

test.each([
  ['DON 2.1.2', ['don-2-1-2']],
  ['don-2-1-2', ['don-2-1-2']],
  ['Don 2.1.2).', ['don-2-1-2']],
  ['https://promises.example/actions/don-2-1-2/', ['don-2-1-2']],
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
});
