import { capitalised } from './words.ts';
import type { StatusName } from './status.ts';

/*
 * What a promise is called whose status nobody has read: its report tells how far it is only in words
 * or marks, or an import still asks what they mean.
 */

/** What of an action the rules below look at. */
export interface StatusFacts {
  /** The report’s own words for the status that holds now. */
  statusText?: string | undefined;
  updates: readonly {
    status?: StatusName | undefined;
    status_text?: string | undefined;
    text?: string | undefined;
    rag?: string | undefined;
  }[];
  /** Parts about which a question of an import is open. */
  open?: readonly string[] | undefined;
}

/** Whether any report led to a status. */
export function isReported({ updates }: StatusFacts): boolean {
  return updates.some(({ status }) => status !== undefined);
}

/** The newest report’s own words, where no report gives a status; empty where it tells how far it is in sentences. */
export function unreadStatus(action: StatusFacts): string | undefined {
  const last = action.updates.at(-1);
  if (last === undefined || isReported(action)) return undefined;
  const rated = last.rag === undefined ? undefined : capitalised(last.rag);
  return last.status_text ?? rated ?? (last.text === undefined ? undefined : '');
}

/**
 * Where a promise has no status: whether nobody has answered yet what an import asked about it,
 * whether its reports tell only in words how far it is, or whether they tell nothing.
 */
export function withoutStatus(
  action: StatusFacts,
): 'not read yet' | 'in words only' | 'not reported' | undefined {
  if (isReported(action)) return undefined;
  if (action.open?.includes('status')) return 'not read yet';
  return unreadStatus(action) === undefined ? 'not reported' : 'in words only';
}

/** The words that some of these have in place of “Not reported”. */
export function unreadMarks(
  actions: readonly (StatusFacts & { status: StatusName })[],
): ('not read yet' | 'in words only')[] {
  const told = new Set(
    actions.flatMap((action) =>
      action.status === 'not reported' ? (withoutStatus(action) ?? []) : [],
    ),
  );
  return [...told].filter((words) => words !== 'not reported');
}

/** Whether we chose the status from what a report tells, because the report names none. */
export function isOurReading(action: StatusFacts): boolean {
  return isReported(action) && action.statusText === undefined;
}
