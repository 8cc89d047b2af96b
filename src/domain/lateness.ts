import type { DueDate } from './due-date.ts';
import { isOpen, type StatusName } from './status.ts';

/**
 * Whether a due date has passed on the day `today` (ISO day). Judged by the last day of the period,
 * so “September 2022” has passed on 1 October. “Ongoing” has no last day and never passes.
 */
export function hasPassed(due: Pick<DueDate, 'latest'> | undefined, today: string): boolean {
  return due?.latest != null && due.latest < today;
}

/** Whether a promise is late: its date has passed and nothing says that it was kept or dropped. */
export function isOverdue(
  status: StatusName,
  due: Pick<DueDate, 'latest'> | undefined,
  today: string,
): boolean {
  return isOpen(status) && hasPassed(due, today);
}
