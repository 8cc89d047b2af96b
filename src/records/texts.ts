import type { Kind, Records, Sourced } from './records.ts';

/** A text of a record, where it is. */
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

/** A text that was written for the site, where it is. */
export interface OwnText {
  record: Sourced<Kind>;
  path: PropertyKey[];
  text: string;
}

/**
 * The texts that this site’s editors wrote and can put more plainly: titles, and what explains an
 * organisation, a term, a topic or a plan. The plans’ own words are not among them.
 */
export function* ownTexts(records: Records): Iterable<OwnText> {
  const fields: { [K in Kind]?: readonly string[] } = {
    site: ['summary', 'official'],
    organisation: ['about'],
    term: ['meaning'],
    topic: ['title', 'covers'],
    plan: ['summary', 'statuses'],
    action: ['title'],
  };
  for (const [kind, names] of Object.entries(fields)) {
    for (const record of records[kind as Kind] as Sourced<Kind>[]) {
      for (const name of names) {
        const text = (record.value as Record<string, unknown>)[name];
        if (typeof text === 'string') yield { record, path: [name], text };
      }
    }
  }
  for (const record of records.plan) {
    for (const [t, theme] of (record.value.themes ?? []).entries()) {
      for (const [o, outcome] of (theme?.outcomes ?? []).entries()) {
        const path = ['themes', t, 'outcomes', o, 'title'];
        if (outcome?.title !== undefined) yield { record, path, text: outcome.title };
      }
    }
  }
}
