import type { Draft } from '../../records/records.ts';
import { startOfFile } from '../../records/problem.ts';
import type { Rule } from '../../records/rule.ts';
import { mentions } from '../../records/rules/leads.ts';
import type { OrganisationRecord } from '../../schema/organisation.ts';
import { count } from '../../domain/words.ts';
import { folderOf, type Comparison } from '../compare.ts';

export const organisationKept: Rule<Comparison> = {
  name: 'organisation-kept',
  about: 'An organisation that records still name keeps its file and the name of the file.',
  *find({ before, after, unclear }) {
    const known = new Set(after.organisation.map(({ id }) => id));
    const gone = before.organisation.filter(
      ({ id, file }) => !known.has(id) && !unclear.has(folderOf(file)),
    );
    if (gone.length === 0) return;
    const earlier = new Set(before.organisation.map(({ id }) => id));
    const added = after.organisation.filter(({ id }) => !earlier.has(id));
    const naming = Map.groupBy(mentions(after), ({ id }) => id);
    for (const { id, file, value } of gone) {
      const named = naming.get(id) ?? [];
      const files = new Set(named.map(({ record }) => record.file)).size;
      if (files === 0) continue;
      const renamed = added.find((candidate) =>
        namesOf(candidate.value).some((name) => namesOf(value).includes(name)),
      );
      yield {
        file: renamed?.file ?? file,
        ...startOfFile,
        // Another organisation with a name that is near was not meant.
        brings: named.map(({ record, path }) => ({ file: record.file, ...record.placeOf(path) })),
        message:
          renamed === undefined
            ? `The record of the organisation “${id}” was removed, and ${count(files, 'file')} still ${files === 1 ? 'names' : 'name'} it.`
            : `The record of the organisation “${id}” was renamed, and ${count(files, 'file')} still ${files === 1 ? 'uses' : 'use'} its old name.`,
        advice:
          renamed === undefined
            ? `Put the file ${file} back.`
            : `Give the file its old name again: ${file}. What readers see is the “name” in it, which may change.`,
      };
    }
  },
};

/** The names of an organisation, in small letters. */
function namesOf({ name, short_name, other_names = [] }: Draft<OrganisationRecord>): string[] {
  return [name, short_name, ...other_names].flatMap((one) => one?.toLowerCase() ?? []);
}
