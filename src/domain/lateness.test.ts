import { expect, test } from 'vitest';
import { checkedDate } from './due-date.ts';
import { hasPassed, isOverdue } from './lateness.ts';

const due = checkedDate;

test('a date has passed on the day after its last day', () => {
  expect(hasPassed(due('Sept 22'), '2022-09-30')).toBe(false);
  expect(hasPassed(due('Sept 22'), '2022-10-01')).toBe(true);
});

test('“ongoing” and no date never pass', () => {
  expect(hasPassed(due('Ongoing'), '2099-12-31')).toBe(false);
  expect(hasPassed(undefined, '2099-12-31')).toBe(false);
});

test('only a promise that someone may still wait for is overdue', () => {
  const past = due('Sept 22');
  const late = (
    ['not started', 'in progress', 'not reported', 'complete', 'withdrawn', 'merged'] as const
  ).filter((status) => isOverdue(status, past, '2026-01-01'));
  expect(late).toEqual(['not started', 'in progress', 'not reported']);
});
