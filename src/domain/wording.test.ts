import { expect, test } from 'vitest';
import { checkedDate as date } from './due-date.ts';
import {
  dueInWords,
  firstDueInWords,
  latenessInWords,
  latenessWithMonth,
  leadsInWords,
  namesAndRoles,
  partnersInWords,
  reportedWhen,
} from './wording.ts';

test('a due date is said whole, and each place can say its own words where there is none', () => {
  expect(dueInWords(date('Mar 23'))).toBe('Due in March 2023');
  expect(dueInWords(date('Ongoing'), { ongoing: 'Ongoing' })).toBe('Ongoing');
  expect(dueInWords(undefined, { none: 'no date' })).toBe('no date');
  expect(dueInWords(date('Spring 2019'), { start: 'Due:' })).toBe('Due: spring 2019');
  expect(dueInWords(date('Spring 2019'), { start: 'First due:' })).toBe('First due: spring 2019');
});

test('the first promise is said only where the date has moved since', () => {
  const [due, firstDue] = [date('Mar 23'), date('Sept 22')];
  expect(firstDueInWords({ due, firstDue })).toBe('first due in September 2022');
  expect(firstDueInWords({ due, firstDue: date('March 2023') })).toBeUndefined();
});

test('partners are not told as leads', () => {
  const organisation = { name: 'North Council' };
  expect(leadsInWords([{ organisation, role: 'lead' }])).toBe('Led by North Council');
  const partner = [{ organisation, role: 'partner' as const }];
  expect(leadsInWords(partner)).toBe('No lead named');
  expect(partnersInWords(partner)).toBe('with North Council');
  expect(namesAndRoles(partner)).toBe('North Council (partner)');
});

const reported = { asOf: date('July 2019'), lastReported: date('July 2019'), due: date('2018/19') };

test.each([
  ['late', 'in progress', 'Late when last reported, in July 2019'],
  ['no news', 'in progress', 'Due date passed, no news since July 2019'],
  ['no news', 'not reported', 'Due date passed, nothing reported by July 2019'],
  ['done late', 'complete', 'Reported as done late'],
  ['done', 'complete', 'The report does not say when it was done'],
  ['ongoing', 'in progress', undefined],
] as const)('%s, %s: %s', (lateness, status, said) => {
  expect(latenessInWords({ ...reported, lateness, status })).toBe(said);
});

test('what a report calls complete and dates to after itself is not said to be done', () => {
  const done = { ...reported, lateness: 'done late', status: 'complete' } as const;
  expect(latenessInWords({ ...done, completed: date('June 2019') })).toBe(
    'Reported as done late: the report says June 2019',
  );
  expect(latenessInWords({ ...done, completed: date('September 2019') })).toBe(
    'Late by the report’s own words: still to come in September 2019',
  );
});

test('a table always says the month', () => {
  expect(latenessWithMonth({ ...reported, lateness: 'ongoing', status: 'in progress' })).toBe(
    'Ongoing, last reported in July 2019',
  );
});

test('words of a report that were not read as a status are told, and no status is claimed', () => {
  const asOf = date('March 2026');
  const told = (update: object) => reportedWhen({ asOf, updates: [update] });
  expect(told({ status_text: 'On hold' })).toBe('the report says: “On hold”');
  expect(told({ text: 'Site found.' })).toBe('the report says in its own words how far it has got');
  expect(told({ status: 'complete' })).toBe('as reported in March 2026');
  expect(reportedWhen({ asOf, updates: [] })).toBe('as of March 2026');
});
