import type { GlossaryTermRecord } from '../../schema/glossary-term.ts';
import type { OrganisationRecord } from '../../schema/organisation.ts';
import { renderRecord } from '../../records/yaml/with-comments.ts';
import type { MadeFile } from './made-record.ts';
import type { Known } from './read-leads.ts';
import { shortSlugOf } from '../../domain/slug.ts';

/** What the file of a new organisation is called, where no other has that name. */
export function organisationId(name: string): string {
  return shortSlugOf(name, 6) || 'organisation';
}

/** Records for leads that no record names. Each says that nothing is known. */
export function stubOrganisations(
  texts: readonly string[],
  known: readonly Known[],
): (Known & { file: MadeFile })[] {
  const taken = new Set(known.map(({ id }) => id));
  return texts
    .filter((text) => text.length <= 120 && /[\p{L}\p{N}]/u.test(text))
    .map((text) => {
      const id = freeId(organisationId(text), taken);
      const record: OrganisationRecord = {
        name: text,
        kind: 'other',
        about: 'The plan names this lead and does not say who it is.',
        basis: { from: 'not stated', note: 'Added by the importer from a lead cell.' },
      };
      const todo = 'needs you: say who this is, or that nobody says so.';
      return { id, names: [text], file: stub(`organisations/${id}.yaml`, record, todo) };
    });
}

/**
 * Glossary entries for abbreviations that nothing explains. Each says that nothing is known.
 *
 * @param terms the names of the glossary’s files
 */
export function stubTerms(abbreviations: readonly string[], terms: readonly string[]): MadeFile[] {
  const taken = new Set(terms);
  return abbreviations
    .filter((short) => short.length <= 60)
    .map((short) => {
      const id = freeId(shortSlugOf(short) || 'term', taken);
      const record: GlossaryTermRecord = {
        term: short,
        meaning: 'The plan uses this abbreviation and does not say what it stands for.',
        basis: { from: 'not stated', note: 'Added by the importer.' },
      };
      const todo = 'needs you: say what it stands for, if you know.';
      return stub(`glossary/${id}.yaml`, record, todo);
    });
}

/** A name that no file has yet; it is taken from then on. */
function freeId(stem: string, taken: Set<string>): string {
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  taken.add(id);
  return id;
}

/** What it says comes from no cell, so it claims none. */
function stub(path: string, record: object, todo: string): MadeFile {
  return { path, text: renderRecord(record, [{ text: todo }]), claims: [] };
}
