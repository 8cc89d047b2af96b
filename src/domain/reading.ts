import type { StatusName } from './status.ts';

/** What of an action the rules below look at. */
export interface StatusFacts {
  /** The report’s own words for the status that holds now. */
  statusText?: string | undefined;
  updates: readonly { status?: StatusName | undefined }[];
}

/** Whether any report led to a status. */
export function isReported({ updates }: StatusFacts): boolean {
  return updates.some(({ status }) => status !== undefined);
}

/** Whether we chose the status from what a report tells, because the report names none. */
export function isOurReading(action: StatusFacts): boolean {
  return isReported(action) && action.statusText === undefined;
}
