import type { Records } from '../records.ts';
import { problemAt, type Rule } from './rule.ts';

/** A name leads to one thing: no two organisations share one, no two actions of a plan share a title. */
export const nameUnique: Rule = function* (records) {
  const first = new Map<string, string>();
  for (const { record, path, scope, name, advice } of names(records)) {
    const key = `${scope} ${name}`;
    const where = first.get(key);
    if (where === undefined) first.set(key, record.file);
    else {
      yield problemAt(
        'name-unique',
        record,
        path,
        `“${name}” stands twice${where === record.file ? ' in this file' : `: also in ${where}`}.`,
        advice,
      );
    }
  }
};

function* names(records: Records) {
  for (const record of records.organisation) {
    const { name, short_name: shortName, other_names: otherNames } = record.value;
    const advice =
      'Keep the name in the record that it belongs to. If both are the same body, keep one record.';
    const scope = 'organisation';
    if (name !== undefined) yield { record, path: ['name'], scope, name, advice };
    // An abbreviation that nobody spells out is both the name and the short name.
    if (shortName !== undefined && shortName !== name)
      yield { record, path: ['short_name'], scope, name: shortName, advice };
    for (const [index, other] of (otherNames ?? []).entries()) {
      if (other !== undefined)
        yield { record, path: ['other_names', index], scope, name: other, advice };
    }
  }
  for (const record of records.action) {
    const { title } = record.value;
    if (title === undefined) continue;
    yield {
      record,
      path: ['title'],
      scope: record.plan!,
      name: title,
      advice: 'Say in the title what sets this action apart from the other one.',
    };
  }
}
