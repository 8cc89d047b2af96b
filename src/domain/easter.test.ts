import { expect, test } from 'vitest';
import { easterSunday } from './easter.ts';

// Published dates, with the earliest (2285) and the latest (2038) that there can be.
test.each([
  [1990, '1990-04-15'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2018, '2018-04-01'],
  [2019, '2019-04-21'],
  [2020, '2020-04-12'],
  [2021, '2021-04-04'],
  [2022, '2022-04-17'],
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
  [2285, '2285-03-22'],
])('Easter Sunday of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test('it is always a Sunday from 22 March to 25 April', () => {
  for (let year = 1583; year <= 2599; year += 1) {
    const day = easterSunday(year);
    expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
    expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
  }
});

test.each([1582, 2019.5, Number.NaN, 10_000])('%d is not a year it can be computed for', (year) => {
  expect(() => easterSunday(year)).toThrow(
    `Easter is computed for the years 1583 to 9999, not ${year}.`,
  );
});
