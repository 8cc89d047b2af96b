import { describe, expect, test } from 'vitest';
import { checkedDate as date } from '../domain/due-date.ts';
import type { Action, Organisation, Topic } from '../register/register.ts';
import { yearsDue, searchFacts } from './search-facts.ts';

function organisation(id: string, names: Partial<Organisation> & { name: string }): Organisation {
  return { otherNames: [], id, ...names } as Organisation;
}

const dbth = organisation('dbth', {
  name: 'Doncaster and Bassetlaw Teaching Hospitals',
  shortName: 'DBTH',
  otherNames: ['the hospitals'],
});
const carersUk = organisation('carers-uk', { name: 'Carers UK' });
const hospital = {
  title: 'Hospital and coming home',
  otherWords: ['ward', 'discharge'],
} as Topic;

function action(facts: Partial<Action> = {}): Action {
  return {
    id: 'don-2-1-10',
    reference: '2.1.10',
    spoken: 'DON 2.1.10',
    title: 'Recognise carers',
    plan: { id: 'doncaster', code: 'don', area: 'Doncaster', subject: 'Carers’ rights' },
    theme: { id: 'don-2' },
    status: 'in progress',
    disputed: false,
    overdue: true,
    lateness: 'late',
    asOf: date('March 2023'),
    lastReported: date('March 2023'),
    updates: [{ reported: date('March 2023'), status: 'in progress' }],
    due: date('Sept 22'),
    milestones: [],
    source: {},
    leads: [
      { organisation: dbth, role: 'lead' },
      { organisation: carersUk, role: 'partner' },
    ],
    topics: [hospital],
    ...facts,
  } as Action;
}

test('filters are identifiers, and partners are no leads', () => {
  expect(searchFacts(action()).filters).toEqual({
    area: ['doncaster'],
    subject: ['carers-rights'],
    plan: ['doncaster'],
    theme: ['don-2'],
    lead: ['dbth'],
    due: ['2022'],
    status: ['in-progress'],
    overdue: ['late'],
    disputed: [],
  });
  expect(searchFacts(action({ disputed: true })).filters.disputed).toEqual(['yes']);
});

test('a result has what it shows', () => {
  const { words: _words, ...shown } = searchFacts(action()).meta;
  expect(shown).toEqual({
    title: 'Recognise carers',
    reference: 'DON 2.1.10',
    status: 'in-progress',
    lead: 'Doncaster and Bassetlaw Teaching Hospitals',
    due: 'Due in September 2022',
    late: 'yes',
    red: 'yes',
    lateness: 'Late when last reported, in March 2023',
    reported: 'as reported in March 2023',
    topics: 'Hospital and coming home',
  });
});

test.each([
  '2.1.10',
  'don-2-1-10',
  'refxdonx2x1x10x',
  'DBTH',
  'the hospitals',
  'Carers UK',
  'discharge',
])('%s finds the action', (words) => {
  expect(searchFacts(action()).meta.words).toContain(words);
});

describe('due years', () => {
  test('of a financial year, the one it ends in', () => {
    expect(yearsDue(action({ due: date('2018/19') }))).toEqual(['2019']);
  });

  test('of milestones, each once', () => {
    const milestones = ['2018', 'End 2020', 'Ongoing', 'June 2018'].map((text) => ({
      due: date(text),
    })) as Action['milestones'];
    const due = milestones[2]!.due;
    expect(yearsDue(action({ due, milestones }))).toEqual(['2018', '2020', 'ongoing']);
  });

  test('without a date', () => {
    expect(yearsDue(action({ due: undefined } as Partial<Action>))).toEqual(['no-date']);
  });
});

test('sorted by due date, ongoing comes after every date and no date last', () => {
  const sorted = [
    action({ due: undefined } as Partial<Action>),
    action({ due: date('Ongoing') }),
    action({ due: date('2099') }),
    action({ due: date('Sept 22'), reference: '2.1.9' }),
    action(),
  ]
    .map((one) => searchFacts(one).sorts.due)
    .sort();
  expect(sorted).toEqual([
    '2022-09-30 don 00002.00001.00009',
    '2022-09-30 don 00002.00001.00010',
    '2099-12-31 don 00002.00001.00010',
    '9999-01-01 don 00002.00001.00010',
    '9999-12-31 don 00002.00001.00010',
  ]);
});
