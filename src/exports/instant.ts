import type { DueDate } from '../domain/due-date.ts';
import type { Action } from '../register/register.ts';

/**
 * The one moment that feeds and calendars want for a report that is dated by its month or year:
 * noon, universal time, on the last day that the date can mean.
 *
 * The last day, so that a report of March comes after one of 3 March and nothing is told before it
 * can have happened; noon, so that it is the same day from the Azores to Auckland. It depends on
 * the record alone, never on the clock, so a report of the month that is still running lies some
 * days ahead until that month is over.
 *
 * @param reported a date with a last day, as every reported date has
 */
export function instantOf(reported: DueDate): Date {
  return new Date(`${reported.latest}T12:00:00Z`);
}

/**
 * When what is said of an action last changed: by its newest update, or else its plan’s newest
 * report, or by a later correction.
 */
export function lastChanged({ plan, updates, corrections }: Action): Date {
  const reports = updates.length === 0 ? [plan.reported.date] : updates.map((one) => one.reported);
  return newest([...reports, ...corrections.map((one) => one.date)].map(instantOf));
}

/** The last of some instants; there must be one. */
export function newest(instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map(Number)));
}

/** RFC 3339, to the second. */
export function rfc3339(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
