import { daysInMonth } from './calendar-day.ts';

/** Days outside of these were typed by mistake, and some programs cannot reckon with them. */
const [first, last] = [1990, 2199];

/**
 * The day against which lateness is judged: `SITE_DATE` (an ISO 8601 day), or today in the United
 * Kingdom when that is not set.
 *
 * @throws if SITE_DATE is set and is not a day, or one that nobody can mean
 */
export function siteDate(
  environment: Record<string, string | undefined>,
  now = new Date(),
): string {
  const given = environment['SITE_DATE'];
  if (given === undefined || given === '') {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(now);
  }
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given)?.slice(1).map(Number);
  if (parts === undefined) {
    throw new Error(`SITE_DATE is “${given}”. Write a day as year-month-day, such as 2026-11-22.`);
  }
  const [year, month, day] = parts as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new Error(
      `SITE_DATE is “${given}”, and there is no such day. Write a day such as 2026-11-22.`,
    );
  }
  if (year < first || year > last) {
    throw new Error(
      `SITE_DATE is “${given}”. Write a day of the years from ${first} to ${last}, such as 2026-11-22.`,
    );
  }
  return given;
}
