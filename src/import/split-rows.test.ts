import { expect, test } from 'vitest';
import { actionsOf, kindsAsked, statementsOf, taken } from '../tests/fixtures/import/take-csv.ts';

const split = 'rows:\n  line 2: split\n';
const promisesIn = (csv: string, answers = split) =>
  Object.fromEntries(
    Object.entries(actionsOf(taken(csv, answers))).map(([ref, { promise }]) => [ref, promise]),
  );

test('a row that holds several actions is split once a person has said so', () => {
  const csv =
    'Ref,Action,Lead,Due,Status\n1,"• Train staff\n• Print posters\nfor every surgery",Anytown Council,"May 2026\nJune 2027","Complete\nNot started"\n2,Open.,Anytown Trust,2028,\n';
  const asked = taken(csv);
  expect(asked.questions.map(({ answer }) => answer)).toContainEqual({
    part: 'rows',
    key: 'line 2',
  });
  const imported = taken(csv, split);
  expect(actionsOf(imported)).toMatchObject({
    1: { promise: 'Train staff', leads: ['anytown-council'], due: 'May 2026', open: [] },
    1.2: {
      promise: expect.stringMatching(/^Print posters\s+for every surgery$/),
      leads: ['anytown-council'],
      due: 'June 2027',
      open: [],
    },
    2: { promise: 'Open.', leads: ['anytown-trust'], due: '2028' },
  });
  expect(statementsOf(imported)).toEqual({
    1: { status: 'complete' },
    1.2: { status: 'not started' },
  });
  expect(imported.questions).toEqual([]);
  expect(imported.repairs.map(({ text }) => text)).toContain(
    'The row was split into 2 actions, as you have said. One line for each: Due, Status. The same for each: Lead.',
  );
});

test.each([
  [
    'before the words',
    'Action,Due\n"1.1 Train staff\n1.2 Print posters",May 2026\n1.3 Open centres,\n',
    { 1.1: 'Train staff', 1.2: 'Print posters', 1.3: 'Open centres' },
  ],
  [
    'within a row that has a number of its own',
    'Ref,Action,Due\n3,3.1 Train staff. 3.2 Print posters.,May 2026\n4,Open centres,\n',
    { 3.1: 'Train staff.', 3.2: 'Print posters.', 4: 'Open centres' },
  ],
  [
    'in a column',
    'Ref,Action\n"1.1\n1.2","Train staff\nPrint posters"\n1.3,Open.\n',
    { 1.1: 'Train staff', 1.2: 'Print posters', 1.3: 'Open.' },
  ],
  [
    'on one line of it',
    'Ref,Action\n1.1 / 1.2,"We will:\nTrain staff\nPrint posters"\n1.3,Open.\n',
    { 1.1: 'We will:\n\nTrain staff', 1.2: 'Print posters', 1.3: 'Open.' },
  ],
])('each part of a row gets the number that it has: %s', (_where, csv, right) => {
  expect(promisesIn(csv)).toEqual(right);
});

test('to split a row changes the numbers of no other', () => {
  const csv =
    'Ref,Outcome,Action\n7,Carers are well,"Train staff\nPrint posters"\n8,Carers rest,Fund breaks\n';
  expect(promisesIn(csv)).toEqual({ 7: 'Train staff', 7.2: 'Print posters', 8: 'Fund breaks' });
});

test('what a dated column says once of several actions is reported of each on that date', () => {
  const csv =
    'Ref,Action,Status,June 2025 update\n1,"Train staff\nPrint posters",Complete,All well\n';
  const reported = taken(csv, split)
    .files.filter(({ path }) => path.includes('/reports/2025'))
    .map(({ text }) => text.match(/All well/g)?.length);
  expect(reported).toEqual([2]);
});

test('two numbers within one line are asked about', () => {
  const csv = 'Ref,Action\n3,3.1 Train staff. 3.2 Print posters.\n4,Open centres.\n';
  expect(taken(csv).questions.map(({ answer }) => answer?.key)).toEqual(['line 2']);
  expect(kindsAsked(taken(csv, split))).toEqual([]);
});

test('a row that nothing shows how to split is refused', () => {
  expect(() => taken('Ref,Action\n1,Train staff.\n', split)).toThrow('line 2');
});
