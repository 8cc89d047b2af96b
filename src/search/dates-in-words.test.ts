import { expect, test } from 'vitest';
import { datesSpeltOut } from './dates-in-words.ts';

test.each([
  ['Mar 23', 'March 2023'],
  ['sept. 22', 'September 2022'],
  ['due Sept ’22', 'due September 2022'],
  ['DEC22', 'December 2022'],
  ['by june 22', 'by June 2022'],
  ['31 march 2023', '31 March 2023'],
  ['due in sept', 'due in September'],
  ['2018/19', 'April 2018 March 2019'],
  ['by financial year 2018-19', 'by April 2018 March 2019'],
  ['FY2018/19', 'April 2018 March 2019'],
  ['2018–2019', 'April 2018 March 2019'],
  ['2022-06', 'June 2022'],
  ['due 06/2022', 'due June 2022'],
  ['3/2023', 'March 2023'],
  ['15/06/2022', '15 June 2022'],
  ['due 31/3/23', 'due 31 March 2023'],
  ['plan 2018-2020', 'plan 2018 to 2020'],
])('“%s” is read as “%s”', (typed, spelt) => expect(datesSpeltOut(typed)).toBe(spelt));

test.each([
  'I may be late',
  'may my son come',
  'market 22',
  'mar my day',
  'marched 22 miles',
  '2.1.2',
  'DON 2.1.2',
  '2018',
  '2018 to 2020',
  '2018/20',
  '2018 19 actions',
  '2.1.22',
  '2022-06-15',
  '12/13',
  'ages 16-25',
  '31/13/2022',
])('“%s” stays as it is', (typed) => expect(datesSpeltOut(typed)).toBe(typed));
