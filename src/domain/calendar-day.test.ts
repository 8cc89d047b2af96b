import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysInMonth, fieldsOf, isoDay, lastOfMonth } from './calendar-day.ts';

const days = fc.record({
  year: fc.integer({ min: 1990, max: 2099 }),
  month: fc.integer({ min: 1, max: 12 }),
  dayOfMonth: fc.integer({ min: 1, max: 28 }),
});

describe('calendar days', () => {
  test.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [2023, 4, 30],
    [2023, 12, 31],
  ])('%i-%i has %i days', (year, month, length) => {
    expect(daysInMonth(year, month)).toBe(length);
  });

  test.each([
    ['2023-03-01', -1, '2023-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2019-12-31', 1, '2020-01-01'],
    // The clocks change in the UK on these nights.
    ['2023-03-26', 1, '2023-03-27'],
    ['2023-10-29', 1, '2023-10-30'],
  ])('%s and %i days is %s', (day, count, other) => {
    expect(addDays(day, count)).toBe(other);
  });

  test('months are added across years', () => {
    expect(addMonths(2018, 12, 2)).toEqual({ year: 2019, month: 2 });
    expect(addMonths(2018, 1, -1)).toEqual({ year: 2017, month: 12 });
    expect(lastOfMonth(2019, 2)).toBe('2019-02-28');
  });

  test('a day is made of its fields, and going there and back is no change', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (fields, count) => {
        const day = isoDay(fields.year, fields.month, fields.dayOfMonth);
        expect(fieldsOf(day)).toEqual(fields);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(Math.sign(count)).toBe(addDays(day, count) > day ? 1 : count === 0 ? 0 : -1);
      }),
    );
  });
});
