import { isOverdue } from '../domain/lateness.ts';
import { isOpen } from '../domain/status.ts';
import { dueEntries } from '../register/due-entries.ts';
import type { Action } from '../register/register.ts';

/** Promises whose date has passed and that nobody calls complete: the two kinds, which are not the same. */
export interface OverdueParts {
  /** Late when last reported. */
  late: Action[];
  /** Due date passed, and no news since. */
  noNews: Action[];
}

/** Each kind with what waited longest first: by the first date that passed, of a stage or of the whole. */
export function overdueParts(actions: readonly Action[]): OverdueParts {
  const waiting = actions
    .filter(({ lateness }) => isOverdue(lateness))
    .map((action) => ({ action, since: waitingSince(action) }))
    .sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)))
    .map(({ action }) => action);
  return {
    late: waiting.filter(({ lateness }) => lateness === 'late'),
    noNews: waiting.filter(({ lateness }) => lateness === 'no news'),
  };
}

/** The last day of the earliest date for which somebody still waits. */
function waitingSince(action: Action): string {
  return dueEntries(action)
    .filter(({ status }) => isOpen(status))
    .flatMap(({ due }) => due?.latest ?? [])
    .reduce((first, day) => (day < first ? day : first), '9999-12-31');
}
