import type { Place, Problem } from '../../records/problem.ts';
import { asField } from '../../records/yaml/as-yaml.ts';
import type { FixedField } from '../../domain/fixed-parts.ts';
import type { Comparison, Kept } from '../compare.ts';

/** A rule over two states of the records. It yields every breach of what must stay. */
export type GuardRule = (comparison: Comparison) => Iterable<Problem>;

/** A breach at the later state of an action. */
export function breach(
  rule: string,
  { after }: Kept,
  place: Place,
  words: Pick<Problem, 'message' | 'why' | 'advice'>,
): Problem {
  return { rule, severity: 'error', file: after.file, ...place, ...words };
}

/** How to say that a field was wrong from the start. */
export function howToCorrect(field: FixedField): string {
  return `If the record was wrong from the start, say so in the record:\ncorrections:\n  - date: 3 March 2024\n    ${asField('what', field)}\n    why: The plan itself says …`;
}

/** The place of a field, or of the record’s first line where the field is gone. */
export function placeOfField({ after }: Kept, field: string): Place {
  return field in after.value ? after.placeOfKey([field]) : after.placeOf([]);
}
