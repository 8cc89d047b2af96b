import type { DueDate } from '../domain/due-date.ts';
import { isCounted, type StatusName } from '../domain/status.ts';
import type { Action, Milestone } from './register.ts';

/** One date of an action: its own, or that of one of its stages. */
export interface DueEntry {
  /** Set where the date is that of a stage. */
  milestone?: Milestone;
  /** Undefined where no date was given. */
  due: DueDate | undefined;
  firstDue: DueDate | undefined;
  status: StatusName;
}

/**
 * Everything of an action that is due at a time of its own: each of its stages, and the whole
 * unless a stage already says its date. Only a report can give the whole a date beside its stages.
 */
export function dueEntries({
  due,
  firstDue,
  status,
  milestones,
}: Pick<Action, 'due' | 'firstDue' | 'status' | 'milestones'>): DueEntry[] {
  const stages = milestones.map((milestone): DueEntry => ({
    milestone,
    due: milestone.due,
    firstDue: milestone.firstDue,
    status: isCounted(status) ? milestone.status : status,
  }));
  const saidByStages = milestones.some((milestone) => milestone.due.slug === due?.slug);
  return saidByStages ? stages : [...stages, { due, firstDue, status }];
}
