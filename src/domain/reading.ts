import type { StatusName } from './status.ts';

/** What of an action the rules below look at. */
export interface StatusFacts {
  /** The report’s own words for the status that holds now. */
  statusText?: string | undefined;
  updates: readonly {
    status?: StatusName | undefined;
    status_text?: string | undefined;
    text?: string | undefined;
  }[];
}

/** Whether any report led to a status. */
export function isReported({ updates }: StatusFacts): boolean {
  return updates.some(({ status }) => status !== undefined);
}

/** The newest report’s own words for a status that nobody has read yet; empty where it tells it in sentences. */
export function unreadStatus(action: StatusFacts): string | undefined {
  const last = action.updates.at(-1);
  if (last === undefined || isReported(action)) return undefined;
  return last.status_text ?? (last.text === undefined ? undefined : '');
}

/** Whether we chose the status from what a report tells, because the report names none. */
export function isOurReading(action: StatusFacts): boolean {
  return isReported(action) && action.statusText === undefined;
}
