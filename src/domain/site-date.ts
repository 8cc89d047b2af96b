/**
 * The day against which lateness is judged: `SITE_DATE` (an ISO 8601 day), or today in the United
 * Kingdom when that is not set.
 *
 * @throws if SITE_DATE is set and is not a day
 */
export function siteDate(
  environment: Record<string, string | undefined>,
  now = new Date(),
): string {
  const given = environment['SITE_DATE'];
  if (given === undefined || given === '') {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(now);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw new Error(`SITE_DATE is “${given}”. Write a day as year-month-day, such as 2026-11-22.`);
}
