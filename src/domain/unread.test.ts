import { expect, test } from 'vitest';
import {
  mayGiveDate,
  mayNameLead,
  noDateInWords,
  noLeadInWords,
  undatedInWords,
  unreadDue,
} from './unread.ts';

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

test('a date or lead that the file shows in another way than words is not called missing', () => {
  const asked = { ...none, open: ['due', 'leads'] };
  expect(noDateInWords(asked)).toBe('Date not read yet');
  expect(mayGiveDate(asked)).toBe(true);
  expect(noLeadInWords(asked)).toBe('Lead not read yet');
  expect(mayNameLead(asked)).toBe(true);
  expect(mayNameLead(none)).toBe(false);
  expect(mayNameLead({ source: { lead: 'TBC' } })).toBe(false);
  expect(mayNameLead({ source: { lead: 'Night Line' } })).toBe(true);
});
