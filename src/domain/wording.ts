import { daySpan } from './due-date-span.ts';
import type { DueDate } from './due-date.ts';
import { latenessOf, type LatenessKind } from './lateness.ts';
import {
  isReported,
  unreadMarks,
  unreadStatus,
  withoutStatus,
  type StatusFacts,
} from './unread-status.ts';
import { statusOf, type StatusName } from './status.ts';
import { capitalised, listed } from './words.ts';

/*
 * How due dates, leads, statuses and lateness are said, wherever readers meet them: on pages, in
 * search results, in feeds and calendars, and in tables. What differs from place to place is an
 * option here.
 */

/** An ISO day as people write it: “22 November 2026”. */
export function dayInWords(day: string): string {
  return daySpan(day).name;
}

/** What is said where a plan gives no date, and where it names nobody. */
export const noDateGiven = 'No date given';
export const noLeadNamed = 'No lead named';

interface DueWords {
  /** What is said where no date was given. */
  none?: string;
  /** What is said of a date without an end. */
  ongoing?: string;
  /** What comes before the date; after a colon, or “for”, it is said without “in”. */
  start?: string;
}

/** “Due in March 2023”, “Ongoing, with no end date”, “No date given”. */
export function dueInWords(
  due: DueDate | undefined,
  { none = noDateGiven, ongoing = 'Ongoing, with no end date', start = 'Due' }: DueWords = {},
): string {
  const label = start.endsWith(':') ? `${start} ` : '';
  if (due === undefined) return label + none;
  if (due.latest === null) return label + ongoing;
  return `${start} ${/(?::|\bfor)$/.test(start) ? due.name : due.when}`;
}

/** The date that holds now, and the one that was promised first. */
interface DatePair {
  due?: DueDate | undefined;
  firstDue?: DueDate | undefined;
}

/** “first due in September 2022”, where that is not the date that holds now. */
export function firstDueInWords(
  { due, firstDue }: DatePair,
  start = 'first due',
): string | undefined {
  if (due === undefined || firstDue === undefined || due.slug === firstDue.slug) return undefined;
  return `${start} ${firstDue.when}`;
}

interface NamedLead {
  organisation: { name: string };
  role: 'lead' | 'partner';
}

/** The names of those with a role: “North Council and Carers team”. Empty where there are none. */
export function namesOf(leads: readonly NamedLead[], role: NamedLead['role'] = 'lead'): string {
  return listed(leads.filter((lead) => lead.role === role).map((lead) => lead.organisation.name));
}

/** Everybody who takes part: “North Council and Carers UK (partner)”. */
export function namesAndRoles(leads: readonly NamedLead[]): string {
  return listed(
    leads.map(({ organisation, role }) =>
      role === 'partner' ? `${organisation.name} (partner)` : organisation.name,
    ),
  );
}

/** “Led by North Council and Carers team”, “No lead named”; after a colon “Led by: no lead named”. */
export function leadsInWords(
  leads: readonly NamedLead[],
  { none = noLeadNamed, start = 'Led by' } = {},
): string {
  const names = namesOf(leads);
  if (names !== '') return `${start} ${names}`.trim();
  return start.endsWith(':') ? `${start} ${none}` : none;
}

/** “with Carers UK”; undefined where nobody is a partner. */
export function partnersInWords(leads: readonly NamedLead[], start = 'with'): string | undefined {
  const names = namesOf(leads, 'partner');
  return names === '' ? undefined : `${start} ${names}`;
}

/** A status and when it was reported. */
export interface DatedStatus extends StatusFacts {
  status: StatusName;
  asOf: DueDate;
}

/**
 * “as reported in March 2022”, or “as of March 2022” where no report gave the status. Of a report
 * whose words were not read as a status, its words.
 */
export function reportedWhen(action: StatusFacts & { asOf: DueDate }): string {
  if (isReported(action)) return `as reported ${action.asOf.when}`;
  const words = unreadStatus(action);
  if (words === undefined && withoutStatus(action) === 'not read yet') {
    return 'the plan shows something for it that nobody has read yet';
  }
  if (words === undefined) return `as of ${action.asOf.name}`;
  return words === ''
    ? 'the report says in its own words how far it has got'
    : `the report says: “${words}”`;
}

/** The status of a promise as pages show it. One whose report was not read is never called “Not reported”. */
export function statusLabel(action: StatusFacts & { status: StatusName }): string {
  const told = action.status === 'not reported' ? withoutStatus(action) : undefined;
  return told === undefined ? statusOf(action.status).label : capitalised(told);
}

/** The status that several promises share, as the heading of them. */
export function sharedStatusLabel(
  status: StatusName,
  actions: readonly (StatusFacts & { status: StatusName })[],
): string {
  const labels = new Set(
    actions.filter((action) => action.status === status).map((action) => statusLabel(action)),
  );
  const [only = statusOf(status).label, ...others] = labels;
  if (others.length === 0) return only;
  return labels.has(capitalised('not read yet'))
    ? 'Not reported, or not read yet'
    : 'Not reported, or in words only';
}

/** What is said beside “Not reported” if some of these were reported in words or marks only. Undefined if none was. */
export function unreadInWords(
  actions: readonly (StatusFacts & { status: StatusName })[],
): string | undefined {
  const marks = unreadMarks(actions).map((words) => `“${capitalised(words)}”`);
  return marks.length === 0
    ? undefined
    : `For some, the plan says how far they have got only in words or marks that are not read as a status. They are marked ${marks.join(' or ')}.`;
}

/** “In progress, as reported in March 2022”. */
export function statusInWords(action: DatedStatus): string {
  return `${statusLabel(action)}, ${reportedWhen(action)}`;
}

/** Lateness, and the dates that are said with it. */
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
      return `Late when last reported, ${asOf.when}`;
    case 'no news':
      return status === 'not reported'
        ? `Due date passed, nothing reported by ${lastReported.name}`
        : `Due date passed, no news since ${lastReported.name}`;
    case 'in words':
      return latenessOf(lateness).label;
    case 'done in time':
      return 'Reported as done in time';
    case 'done late':
      if (completed === undefined) return 'Reported as done late';
      return isStillToCome(completed, lastReported)
        ? `Late by the report’s own words: still to come ${completed.when}`
        : `Reported as done late: the report says ${completed.name}`;
    case 'done':
      return action.due?.latest == null ? undefined : 'The report does not say when it was done';
    default:
      return undefined;
  }
}

/** Whether a report calls something complete and yet dates it to after the report itself. */
export function isStillToCome(completed: DueDate, reported: DueDate): boolean {
  const { latest } = reported;
  return latest !== null && completed.earliest !== null && completed.earliest > latest;
}

/** The same for a table, where no cell is left empty: “Ongoing, last reported in March 2022”. */
export function latenessWithMonth(action: DatedLateness): string {
  const { lateness, lastReported } = action;
  return (
    latenessInWords(action) ?? `${latenessOf(lateness).label}, last reported ${lastReported.when}`
  );
}
