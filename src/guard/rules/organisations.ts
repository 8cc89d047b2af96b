import { abbreviationsIn } from '../../domain/abbreviations.ts';
import type { Draft } from '../../records/records.ts';
import type { Rule } from '../../records/rule.ts';
import { unexplained } from '../../records/rules/texts.ts';
import { mentions } from '../../records/rules/leads.ts';
import type { OrganisationRecord } from '../../schema/organisation.ts';
import { goneAndAdded, type Comparison } from '../compare.ts';
import { goneRecord } from './gone.ts';

export const organisationKept: Rule<Comparison> = {
  name: 'organisation-kept',
  about: 'An organisation that records still name keeps its file and the name of the file.',
  *find(comparison) {
    const { gone, added } = goneAndAdded(comparison, 'organisation');
    if (gone.length === 0) return;
    const naming = Map.groupBy(mentions(comparison.after), ({ id }) => id);
    for (const record of gone) {
      const named = naming.get(record.id) ?? [];
      if (named.length === 0) continue;
      const names = namesOf(record.value);
      const renamed = added.find(({ value }) =>
        namesOf(value).some((name) => names.includes(name)),
      );
      const found = goneRecord({
        record,
        called: 'the organisation',
        shown: 'name',
        renamed,
        named,
      });
      // Its short name is explained by nothing else now.
      const shorts = allNames(record.value).flatMap((name) => abbreviationsIn(name));
      const used = [...unexplained(comparison.after)].filter(({ short }) =>
        shorts.some(({ text }) => text === short),
      );
      yield {
        ...found,
        brings: [
          ...found.brings!,
          ...used.map(({ record: user, path, short }) => ({
            file: user.file,
            ...user.placeOfWords(path, short),
          })),
        ],
      };
    }
  },
};

function allNames({ name, short_name, other_names = [] }: Draft<OrganisationRecord>): string[] {
  return [name, short_name, ...other_names].filter((one) => one !== undefined);
}

const namesOf = (value: Draft<OrganisationRecord>): string[] =>
  allNames(value).map((name) => name.toLowerCase());
