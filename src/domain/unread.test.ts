import { expect, test } from 'vitest';
import { mayGiveDate, noDateInWords, undatedInWords, unreadDue } from './unread.ts';

const none = { milestones: [], source: {} };
const summer = { milestones: [], source: { due: 'By summer' } };
const open = { milestones: [], source: { due: 'TBC' } };

test('words that were not read are shown, and no date is said to be missing', () => {
  expect(noDateInWords(summer)).toBe('The plan says: “By summer”');
  expect(noDateInWords(none)).toBe('No date given');
  expect(unreadDue({ ...summer, due: {} })).toBeUndefined();
  expect(undatedInWords([none])).toBe('No date given');
  expect(undatedInWords([summer])).toBe('Date not read yet');
  expect(undatedInWords([open])).toBe('No date given');
  expect(undatedInWords([summer, none])).toBe('No date given, or not read yet');
});

test('only a plan without a date, or that says so, gives none', () => {
  expect([none, open, summer, { ...none, due: {} }].map(mayGiveDate)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
