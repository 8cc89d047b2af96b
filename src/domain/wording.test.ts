import { expect, test } from 'vitest';
import { checkedDate as date } from './due-date.ts';
import {
  dueInWords,
  latenessInWords,
  latenessWithMonth,
  leadsInWords,
  whenInWords,
} from './wording.ts';

test.each([
  ['Mar 23', 'in March 2023'],
  ['15 March 2023', 'on 15 March 2023'],
  ['Spring 2019', 'in spring 2019'],
  ['End 2018', 'at the end of 2018'],
  ['Easter 2019', 'at Easter 2019'],
  ['2018/19', 'between April 2018 and March 2019'],
  ['by June 2020', 'by June 2020'],
  ['2020', 'in 2020'],
])('%s is said as “%s”', (typed, said) => {
  expect(whenInWords(date(typed))).toBe(said);
});

test('a due date is said whole, and each place can say its own words where there is none', () => {
  expect(dueInWords(date('Mar 23'))).toBe('Due in March 2023');
  expect(dueInWords(date('Ongoing'), { ongoing: 'Ongoing' })).toBe('Ongoing');
  expect(dueInWords(undefined, { none: 'no date' })).toBe('no date');
});

test('partners are not told as leads', () => {
  const organisation = { name: 'North Council' };
  expect(leadsInWords([{ organisation, role: 'lead' }])).toBe('Led by North Council');
  expect(leadsInWords([{ organisation, role: 'partner' }])).toBe('No lead named');
});

const reported = { asOf: date('July 2019'), lastReported: date('July 2019'), due: date('2018/19') };

test.each([
  ['late', 'in progress', 'Late when last reported, in July 2019'],
  ['no news', 'in progress', 'Due date passed, no news since July 2019'],
  ['no news', 'not reported', 'Due date passed, nothing reported by July 2019'],
  ['done late', 'complete', 'Reported as done late'],
  ['done', 'complete', 'The report gives no date when it was done'],
  ['ongoing', 'in progress', undefined],
] as const)('%s, %s: %s', (lateness, status, said) => {
  expect(latenessInWords({ ...reported, lateness, status })).toBe(said);
});

test('a table always says the month', () => {
  expect(latenessWithMonth({ ...reported, lateness: 'ongoing', status: 'in progress' })).toBe(
    'Ongoing, last reported in July 2019',
  );
});
