import { daySpan } from './due-date-span.ts';
import type { DueDate } from './due-date.ts';
import { latenessOf, type LatenessKind } from './lateness.ts';
import { isReported, type StatusFacts } from './reading.ts';
import { statusOf, type StatusName } from './status.ts';
import { listed } from './words.ts';

/*
 * How due dates, leads, statuses and lateness are said, wherever readers meet them: on pages, in
 * search results, in feeds and calendars, and in tables. What differs from place to place is an
 * option here.
 */

/** An ISO day as people write it: “22 November 2026”. */
export function dayInWords(day: string): string {
  return daySpan(day).name;
}

/** A date as it stands inside a sentence: “spring 2019”, “March 2022”, “by March 2023”. */
export function inSentence(date: DueDate): string {
  const [first = '', ...rest] = date.display.split(' ');
  return [keepsCapital.has(first) ? first : first.toLowerCase(), ...rest].join(' ');
}

/** “in March 2022”, “on 3 March 2022”. */
export function inOrOn(date: DueDate): string {
  return `${date.precision === 'day' ? 'on' : 'in'} ${inSentence(date)}`;
}

const keepsCapital = new Set([
  ...Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2000, month)).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' }),
  ),
  'Christmas',
  'Easter',
]);

/** “in March 2023”, “on 3 March 2023”, “at the end of 2018”, “between April 2018 and March 2019”, “by June 2020”. */
export function whenInWords(date: DueDate): string {
  const said = inSentence(date);
  if (/^(?:by|before) /.test(said)) return said;
  if (date.precision === 'day') return `on ${said}`;
  if (date.precision === 'holiday' || said.startsWith('end of ')) {
    return said.startsWith('end') ? `at the ${said}` : `at ${said}`;
  }
  if (date.precision !== 'season' && said.includes(' to ')) {
    return `between ${said.replace(' to ', ' and ')}`;
  }
  return `in ${said}`;
}

interface DueWords {
  /** What is said where no date was given. */
  none?: string;
  /** What is said of a date without an end. */
  ongoing?: string;
  /** What comes before “in March 2023”; after a colon the bare “March 2023” is said. */
  start?: string;
}

/** “Due in March 2023”, “Ongoing, with no end date”, “No date given”. */
export function dueInWords(
  due: DueDate | undefined,
  { none = 'No date given', ongoing = 'Ongoing, with no end date', start = 'Due' }: DueWords = {},
): string {
  const colon = start.endsWith(':') ? `${start} ` : '';
  if (due === undefined) return colon + none;
  if (due.latest === null) return colon + ongoing;
  return colon === '' ? `${start} ${whenInWords(due)}` : colon + inSentence(due);
}

interface NamedLead {
  organisation: { name: string };
  role: 'lead' | 'partner';
}

/** The names of those with a role: “North Council and Carers team”. Empty where there are none. */
export function namesOf(leads: readonly NamedLead[], role: NamedLead['role'] = 'lead'): string {
  return listed(leads.filter((lead) => lead.role === role).map((lead) => lead.organisation.name));
}

/** “Led by North Council and Carers team”, “No lead named”. */
export function leadsInWords(
  leads: readonly NamedLead[],
  { none = 'No lead named', start = 'Led by' } = {},
): string {
  const names = namesOf(leads);
  return names === '' ? none : `${start} ${names}`.trim();
}

/** A status and when it was reported. */
export interface DatedStatus extends StatusFacts {
  status: StatusName;
  asOf: DueDate;
}

/** “as reported in March 2022”, or “as of March 2022” where no report gave the status. */
export function reportedWhen(action: StatusFacts & { asOf: DueDate }): string {
  return isReported(action)
    ? `as reported ${inOrOn(action.asOf)}`
    : `as of ${inSentence(action.asOf)}`;
}

/** “In progress, as reported in March 2022”. */
export function statusInWords(action: DatedStatus): string {
  return `${statusOf(action.status).label}, ${reportedWhen(action)}`;
}

export interface DatedLateness {
  lateness: LatenessKind;
  status: StatusName;
  asOf: DueDate;
  lastReported: DueDate;
  completed?: DueDate | undefined;
  due?: DueDate | undefined;
}

/**
 * What can be said of lateness with its month: “Late when last reported in July 2019”, “Due date
 * passed, no news since March 2022”, “Reported as done late, in June 2019”. Undefined where there
 * is nothing to say beside the due date and the status.
 */
export function latenessInWords(action: DatedLateness): string | undefined {
  const { lateness, status, asOf, lastReported, completed } = action;
  switch (lateness) {
    case 'late':
      return `Late when last reported, ${inOrOn(asOf)}`;
    case 'no news':
      return status === 'not reported'
        ? `Due date passed, nothing reported by ${inSentence(lastReported)}`
        : `Due date passed, no news since ${inSentence(lastReported)}`;
    case 'done in time':
      return 'Reported as done in time';
    case 'done late':
      return completed === undefined
        ? 'Reported as done late'
        : `Reported as done late: the report says ${inSentence(completed)}`;
    case 'done':
      return action.due?.latest == null ? undefined : 'The report gives no date when it was done';
    default:
      return undefined;
  }
}

/** The same for a table, where no cell is left empty: “Ongoing, last reported in March 2022”. */
export function latenessWithMonth(action: DatedLateness): string {
  const { lateness, lastReported } = action;
  return (
    latenessInWords(action) ??
    `${latenessOf(lateness).label}, last reported ${inOrOn(lastReported)}`
  );
}
