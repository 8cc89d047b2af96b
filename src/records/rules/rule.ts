import type { Problem } from '../problem.ts';
import type { Kind, Records, Sourced } from '../records.ts';

/**
 * A rule that looks at several records at once. It yields every breach and keeps quiet about
 * fields that are missing: those have been told already.
 */
export type Rule = (records: Records) => Iterable<Problem>;

/** A problem at the value of a field. */
export function problemAt(
  rule: string,
  record: Sourced<Kind>,
  path: readonly PropertyKey[],
  message: string,
  advice: string,
): Problem {
  return { rule, severity: 'error', file: record.file, ...record.placeOf(path), message, advice };
}

/** The identifiers of all records of one kind, those with problems included: they do exist. */
export function idsOf(records: readonly Sourced<Kind>[]): string[] {
  return records.map((record) => record.id);
}
