import { nearest } from '../../domain/nearest.ts';
import type { Records } from '../records.ts';
import { leadLists } from './lead-lists.ts';
import { idsOf, problemAt, type Rule } from './rule.ts';

/** Whoever leads, publishes or contains something has a record in `organisations`. */
export const organisationExists: Rule = function* (records) {
  const known = idsOf(records.organisation);
  const ids = new Set(known);
  const named = namesOf(records);
  for (const { record, path, id } of mentions(records)) {
    if (ids.has(id)) continue;
    yield problemAt(
      'organisation-exists',
      record,
      path,
      `There is no organisation “${id}”.`,
      adviceOn(id, known, named),
    );
  }
};

/** Every name of every organisation in small letters, and the identifiers of those that bear it. */
function namesOf(records: Records): Map<string, string> {
  const named = new Map<string, string>();
  for (const { id, value } of records.organisation) {
    for (const name of [value.name, value.short_name, ...(value.other_names ?? [])]) {
      if (name !== undefined) named.set(name.toLowerCase(), id);
    }
  }
  return named;
}

function adviceOn(
  typed: string,
  known: readonly string[],
  named: ReadonlyMap<string, string>,
): string {
  const [, name, role] = /^(.*\S)\s*\((lead|partner)\)$/i.exec(typed) ?? [];
  const meant = name === undefined ? undefined : idFor(name, known, named);
  if (meant !== undefined) {
    return `Write the role on a line of its own:\n  - organisation: ${meant}\n    role: ${role!.toLowerCase()}`;
  }
  const several = typed.split(/\s*(?:,|;|\/|&|\band\b)\s*/).filter(Boolean);
  const found = several.map((part) => idFor(part, known, named));
  if (several.length > 1 && found.every((id) => id !== undefined)) {
    return `Write each on a line of its own:\n${found.map((id) => `  - ${id}`).join('\n')}`;
  }
  const id = idFor(typed, known, named);
  if (id !== undefined) return `Did you mean “${id}”?`;
  const suggestion = typed
    .split('@')[0]!
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const add = `Add the file data/organisations/${suggestion || 'nhs-england'}.yaml, or use the name of one that is there.`;
  return typed.includes('@')
    ? 'Write the organisation and not a person’s address: the name of its file in data/organisations.'
    : add;
}

/** The organisation that is meant by an identifier or name that is not quite one, or by an email address. */
function idFor(
  typed: string,
  known: readonly string[],
  named: ReadonlyMap<string, string>,
): string | undefined {
  const host = /@([a-z0-9-]+)\./i.exec(typed)?.[1];
  if (host !== undefined) return named.get(host.toLowerCase()) ?? nearest(host, known);
  if (known.includes(typed)) return typed;
  const byName = named.get(typed.toLowerCase());
  if (byName !== undefined) return byName;
  const id = nearest(typed, known);
  if (id !== undefined) return id;
  const name = nearest(typed, [...named.keys()]);
  return name === undefined ? undefined : named.get(name);
}

function* mentions(records: Records) {
  for (const record of records.plan) {
    if (record.value.publisher !== undefined) {
      yield { record, path: ['publisher'], id: record.value.publisher };
    }
  }
  for (const record of records.organisation) {
    if (record.value.part_of !== undefined)
      yield { record, path: ['part_of'], id: record.value.part_of };
  }
  for (const { record, leads } of leadLists(records)) {
    for (const { id, path } of leads) yield { record, path, id };
  }
}
