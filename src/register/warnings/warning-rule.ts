import type { Problem } from '../problem.ts';
import type { Kind, Records, Sourced } from '../records.ts';

/** A rule about what is allowed and could be better. It yields warnings only. */
export type WarningRule = (records: Records, today: string) => Iterable<Problem>;

/** A warning at the value of a field. */
export function warningAt(
  rule: string,
  record: Sourced<Kind>,
  path: readonly PropertyKey[],
  words: Pick<Problem, 'message' | 'why' | 'advice'>,
): Problem {
  return { rule, severity: 'warning', file: record.file, ...record.placeOf(path), ...words };
}
