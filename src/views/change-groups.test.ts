import { expect, test } from 'vitest';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { changeGroups, newestGroups } from './change-groups.ts';

const register = linkRegister(loadRecords(soundFolder).records!, '2026-11-22');
const groups = changeGroups(register);

test('what was reported or corrected on a day is in its month, the newest first', () => {
  expect(groups.map(({ slug, title, changes }) => [slug, title, changes.length])).toEqual([
    ['2022-10', 'October 2022', 2],
    ['2022-07', 'July 2022', 1],
    ['2022-06', 'June 2022', 3],
    ['2022-05', 'May 2022', 1],
    ['2019-12', 'December 2019', 2],
    ['2019-07', 'July 2019', 2],
  ]);
});

test('the page of all changes holds whole months, and never none', () => {
  const months = (most: number) => newestGroups(groups, most).map(({ slug }) => slug);
  expect(months(6)).toEqual(['2022-10', '2022-07', '2022-06']);
  expect(months(1)).toEqual(['2022-10']);
  expect(months(100)).toHaveLength(6);
});
