import type { Kind, Records, Sourced } from './records.ts';

/** A text of a record, where it stands. */
export interface TextOfRecord {
  record: Sourced<Kind>;
  path: readonly PropertyKey[];
  text: string;
}

/** Every text of every record, the plans’ own words among them. */
export function* allTexts(records: Records): Iterable<TextOfRecord> {
  for (const record of Object.values(records).flat() as Sourced<Kind>[]) {
    yield* textsIn(record, record.value, []);
  }
}

function* textsIn(
  record: Sourced<Kind>,
  value: unknown,
  path: readonly PropertyKey[],
): Iterable<TextOfRecord> {
  if (typeof value === 'string') {
    yield { record, path, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(record, item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(record, item, [...path, key]);
  }
}
