import type { Problem } from '../problem.ts';
import type { Kind, Records, Sourced } from '../records.ts';

/** A rule about what is allowed and could be better. It yields warnings only. */
export type WarningRule = (records: Records, today: string) => Iterable<Problem>;

/** A warning at the value of a field, or at a part of its text. */
export function warningAt(
  rule: string,
  record: Sourced<Kind>,
  path: readonly PropertyKey[],
  words: Pick<Problem, 'message' | 'why' | 'advice'>,
  part?: string,
): Problem {
  const place = part === undefined ? record.placeOf(path) : record.placeOfWords(path, part);
  return { rule, severity: 'warning', file: record.file, ...place, ...words };
}
