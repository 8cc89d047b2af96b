import type { DueDate } from './due-date.ts';
import { isOpen, type StatusName } from './status.ts';

/**
 * What can honestly be said of a promise and its date, from three things: the days that the due
 * date can mean, the last report, and today. A promise is late only where a report says that it was
 * still open once its date had passed. Where the date passed after the last report, nobody knows.
 */
export const latenessKinds = [
  {
    name: 'late',
    slug: 'late',
    label: 'Late when last reported',
    means:
      'The date had passed when the plan last reported, and the plan did not call it complete.',
  },
  {
    name: 'no news',
    slug: 'no-news',
    label: 'Due date passed, no news since',
    means:
      'The date passed after the last report, or no report mentions it. It may have been done.',
  },
  {
    name: 'not yet due',
    slug: 'not-yet-due',
    label: 'Not yet due',
    means: 'The date has not passed, and the plan does not call it complete.',
  },
  {
    name: 'ongoing',
    slug: 'ongoing',
    label: 'Ongoing',
    means: 'The plan gives no end date, so it is never late.',
  },
  {
    name: 'no date',
    slug: 'no-date',
    label: 'No date given',
    means: 'The plan does not say when it will be done, so nobody can say whether it is late.',
  },
  {
    name: 'date not read',
    slug: 'date-not-read',
    label: 'Date not read yet',
    means:
      'The plan says when, but in words that nobody has read as a date yet. So nobody can say whether it is late.',
  },
  {
    name: 'in words',
    slug: 'in-words',
    label: 'Due date passed, status only in words',
    means:
      'The date has passed. The plan says how far this has got only in words or marks that are not read as a status. It may have been done.',
  },
  {
    name: 'done in time',
    slug: 'done-in-time',
    label: 'Reported as done in time',
    means:
      'The plan called it complete before the date had passed, or says that it was completed by then.',
  },
  {
    name: 'done late',
    slug: 'done-late',
    label: 'Reported as done late',
    means: 'The plan calls it complete, and its own words say that the date had passed by then.',
  },
  {
    name: 'done',
    slug: 'done',
    label: 'Reported as done, date not known',
    means: 'The plan calls it complete and does not say whether that was in time.',
  },
  {
    name: 'withdrawn',
    slug: 'withdrawn',
    label: 'Withdrawn',
    means: 'The plan says that this will no longer be done.',
  },
  {
    name: 'merged',
    slug: 'merged',
    label: 'Merged',
    means: 'The plan joined this to another one.',
  },
] as const satisfies readonly { name: string; slug: string; label: string; means: string }[];

export type LatenessKind = (typeof latenessKinds)[number]['name'];

/** “late, no news, … or merged”: every kind by its name, for those who read data. */
export const latenessNames = latenessKinds
  .map(({ name }) => name)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ');

/** Everything that is known of a kind of lateness by its name. */
export function latenessOf(name: LatenessKind) {
  return latenessKinds.find((kind) => kind.name === name)!;
}

/** The days that a date can mean. */
type Days = Pick<DueDate, 'earliest' | 'latest'>;

/** What lateness is judged by. */
export interface LatenessFacts {
  status: StatusName;
  due?: Days | undefined;
  /** The plan says when it is due in words that were not read as a date. */
  inWords?: boolean | undefined;
  /** When that status was reported; undefined where none ever was. */
  reported?: Days | undefined;
  /** When words or marks told how far it is that are not read as a status. */
  toldInWords?: Days | undefined;
  /** When the report says that it was completed, or will be. */
  completed?: Days | undefined;
  /** Every earlier report that called it open. */
  openReports?: readonly Days[] | undefined;
}

/**
 * Whether a due date has passed on the day `today` (ISO day). Judged by the last day of the period,
 * so “September 2022” has passed on 1 October. “Ongoing” has no last day and never passes.
 */
export function hasPassed(due: Pick<DueDate, 'latest'> | undefined, today: string): boolean {
  return due?.latest != null && due.latest < today;
}

/** What can be said of one promise, or of one stage of it, on the day `today` (ISO day). */
export function judge(facts: LatenessFacts, today: string): LatenessKind {
  const { status, due, reported, inWords, toldInWords } = facts;
  if (status === 'withdrawn' || status === 'merged') return status;
  if (!isOpen(status)) return judgeDone(facts);
  if (due === undefined) return inWords ? 'date not read' : 'no date';
  if (due.latest === null) return 'ongoing';
  if (!hasPassed(due, today)) return 'not yet due';
  if (status === 'not reported') return isAfter(toldInWords, due) ? 'in words' : 'no news';
  return isAfter(reported, due) ? 'late' : 'no news';
}

function judgeDone({ due, reported, completed, openReports }: LatenessFacts): LatenessKind {
  if (due?.latest == null) return 'done';
  if (completed !== undefined) {
    if (isAfter(completed, due)) return 'done late';
    return isWithin(completed, due.latest) ? 'done in time' : 'done';
  }
  if (isWithin(reported, due.latest)) return 'done in time';
  return openReports?.some((report) => isAfter(report, due)) ? 'done late' : 'done';
}

/** Whether all days that a report can mean come after all that the due date can mean. */
function isAfter(date: Days | undefined, due: Days): boolean {
  return date?.earliest != null && due.latest !== null && date.earliest > due.latest;
}

function isWithin(date: Days | undefined, lastDay: string): boolean {
  return date?.latest != null && date.latest <= lastDay;
}

/** For an action with several dates, the one kind to show: “late” goes before “no news”. */
export function gravest(kinds: readonly LatenessKind[]): LatenessKind | undefined {
  return latenessKinds.find(({ name }) => kinds.includes(name))?.name;
}

/** Whether the date has passed with nothing to say that the promise was kept or dropped: late, or no news. */
export function isOverdue(kind: LatenessKind): boolean {
  return kind === 'late' || kind === 'no news';
}
