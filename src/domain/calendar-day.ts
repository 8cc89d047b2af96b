/**
 * Arithmetic on calendar days written as ISO 8601 text ('2023-03-15').
 * There are no times and no time zones, so a day is the same day everywhere.
 */

/** A calendar day as 'YYYY-MM-DD'. As text, these sort in the order of time. */
export type IsoDay = string;

const two = (value: number): string => String(value).padStart(2, '0');

/** 'YYYY-MM-DD' for a year, a month (1–12) and a day of the month; the day is not checked. */
export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${year}-${two(month)}-${two(day)}`;
}

/** The year, the month (1–12) and the day of the month of an ISO day. */
export function fieldsOf(day: IsoDay): { year: number; month: number; dayOfMonth: number } {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return { year, month, dayOfMonth };
}

/** How many days a month (1–12) has in the Gregorian calendar: 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day that is `count` days after `day`, or before it when `count` is negative. */
export function addDays(day: IsoDay, count: number): IsoDay {
  const { year, month, dayOfMonth } = fieldsOf(day);
  // Everything is in UTC, which has no clock changes, so the local time zone cannot move the day.
  return new Date(Date.UTC(year, month - 1, dayOfMonth + count)).toISOString().slice(0, 10);
}

/** The first day of a month (1–12). */
export function firstOfMonth(year: number, month: number): IsoDay {
  return isoDay(year, month, 1);
}

/** The last day of a month (1–12). */
export function lastOfMonth(year: number, month: number): IsoDay {
  return isoDay(year, month, daysInMonth(year, month));
}

/** The year and month (1–12) that is `count` months after the one given. */
export function addMonths(
  year: number,
  month: number,
  count: number,
): { year: number; month: number } {
  const months = year * 12 + (month - 1) + count;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}
