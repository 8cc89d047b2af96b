import { ownWords } from '../domain/own-words.ts';
import { expect, test } from 'vitest';
import { checkedDate } from '../domain/due-date.ts';
import type { StatusName } from '../domain/status.ts';
import type { Action } from '../register/register.ts';
import {
  completeInWords,
  countedActions,
  howMany,
  promises,
  summaryOf,
  tallyInWords,
} from './tally.ts';

const actions = (...statuses: StatusName[]) => statuses.map((status) => ({ status }) as Action);

test('a promise that was withdrawn or merged is not counted, and is told of', () => {
  const all = actions('complete', 'merged', 'in progress', 'withdrawn', 'complete');
  expect(countedActions(all).length).toBe(3);
  expect(promises(all, ownWords())).toBe('3 promises');
  expect(tallyInWords(all)).toBe('1 in progress and 2 complete');
  expect(howMany(all, ownWords())).toBe(
    '3 promises: 1 in progress and 2 complete. 1 more was withdrawn and 1 was merged.',
  );
});

test('nothing is said of endings where there are none', () => {
  expect(howMany(actions('complete'), ownWords())).toBe('1 promise, complete.');
});

test('where all ended, that is said', () => {
  expect(howMany(actions('merged', 'merged'), ownWords())).toBe('No promises. 2 were merged.');
  expect(howMany([], ownWords())).toBe('No promises.');
});

const due = (...dates: string[]) =>
  dates.map(
    (text) => ({ status: 'complete', due: checkedDate(text), milestones: [] }) as unknown as Action,
  );

test('a summary names the time when most is due, and none where two have as much', () => {
  expect(summaryOf(due('May 22', 'Jul 22', 'Jul 22'), '2022-06-15')).toBe(
    '2 are due in July 2022, more than at any other time.',
  );
  expect(summaryOf(due('May 22', 'Jul 22', 'Jul 22', 'May 22'), '2022-06-15')).toBe('');
  expect(summaryOf(due('Apr 22', 'Apr 22', 'Jul 22'), '2022-06-15')).toBe(
    '2 were due in April 2022, more than at any other time.',
  );
});

test.each([
  [['complete', 'in progress'], 'The plan calls 1 of 2 promises complete.'],
  [
    ['in progress', 'merged', 'not reported'],
    'The plan does not call any of these 2 promises complete.',
  ],
  [['complete', 'merged'], 'The plan calls this promise complete.'],
  [['not started'], 'The plan does not call this promise complete.'],
  [['merged'], 'No promises are counted here.'],
] as const)('what a plan calls complete of %j is one plain sentence', (statuses, said) => {
  const plan = {};
  const all = actions(...statuses).map((action) => ({ ...action, plan }) as Action);
  expect(completeInWords(all, ownWords())).toBe(said);
});

test('several plans call, or do not call', () => {
  const all = actions('in progress', 'not started').map(
    (action, at) => ({ ...action, plan: { id: String(at) } }) as Action,
  );
  expect(completeInWords(all, ownWords())).toBe(
    'The plans do not call any of these 2 promises complete.',
  );
});
