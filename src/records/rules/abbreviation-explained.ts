import { abbreviationsIn } from '../../domain/abbreviations.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Records, Sourced } from '../records.ts';
import { problemAt, type Rule } from './rule.ts';

/** An abbreviation in a text that readers see is in the glossary, or is a name of an organisation. */
export const abbreviationExplained: Rule = function* (records) {
  const known = new Set(
    explained(records).flatMap((text) => abbreviationsIn(text).map((found) => found.text)),
  );
  for (const { record, path, text } of shownTexts(records)) {
    if (text === undefined || !twoCapitals.test(text)) continue;
    const told = new Set<string>();
    for (const { text: short } of abbreviationsIn(text.replaceAll(address, ''))) {
      if (known.has(short) || told.has(short)) continue;
      told.add(short);
      const match = nearest(short, [...known]);
      const add = `dd the file data/glossary/${short.toLowerCase()}.yaml that says what it stands for, or that nobody says so.`;
      const problem = problemAt(
        'abbreviation-explained',
        record,
        path,
        `Nothing explains the abbreviation “${short}”.`,
        match === undefined ? `A${add}` : `Did you mean “${match}”? If not, a${add}`,
      );
      yield { ...problem, ...record.placeOfWords(path, short) };
    }
  }
};

/** Capitals in a web address are not an abbreviation. */
const address = /https?:\/\/\S+/g;

/** Most texts hold no word with two capitals; this tells it fast. */
const twoCapitals = /\p{Lu}\p{L}*\p{Lu}/u;

/** The texts that explain: terms with their other forms, and organisations with all their names. */
function explained(records: Records): string[] {
  return [
    ...records.term.flatMap(({ value }) => [value.term, ...(value.other_forms ?? [])]),
    ...records.organisation.flatMap(({ value }) => [
      value.name,
      value.short_name,
      ...(value.other_names ?? []),
    ]),
  ].filter((text) => text !== undefined);
}

/** The texts of plans and actions, each with its place. */
function* shownTexts(
  records: Records,
): Iterable<{ record: Sourced<'plan' | 'action'>; path: PropertyKey[]; text: string | undefined }> {
  for (const record of records.plan) {
    for (const [t, theme] of (record.value.themes ?? []).entries()) {
      for (const [o, outcome] of (theme?.outcomes ?? []).entries()) {
        const path = ['themes', t, 'outcomes', o];
        yield { record, path: [...path, 'title'], text: outcome?.title };
        yield { record, path: [...path, 'wording'], text: outcome?.wording };
      }
    }
  }
  for (const record of records.action) {
    const { title, promise, measures, updates } = record.value;
    yield { record, path: ['title'], text: title };
    yield { record, path: ['promise'], text: promise };
    for (const [index, text] of (measures ?? []).entries()) {
      yield { record, path: ['measures', index], text };
    }
    for (const [index, update] of (updates ?? []).entries()) {
      yield { record, path: ['updates', index, 'text'], text: update?.text };
      yield { record, path: ['updates', index, 'status_text'], text: update?.status_text };
    }
  }
}
