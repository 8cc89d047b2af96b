import { didYouMean, nearest } from '../../domain/nearest.ts';
import type { LeadEntry } from '../../schema/statement.ts';
import type { Draft, Records, Sourced } from '../records.ts';
import { at, idsOf, type Rule, type Words } from '../rule.ts';
import { statementsIn } from '../statements.ts';

export const organisationExists: Rule<Records> = {
  name: 'organisation-exists',
  about:
    'Whoever leads an action, publishes a plan, reports, or has another body as a part has a record in data/organisations.',
  *find(records) {
    const known = idsOf(records.organisation);
    const ids = new Set(known);
    const named = namesOf(records);
    for (const { record, path, id } of mentions(records)) {
      if (ids.has(id)) continue;
      yield at(record, path, {
        message: `There is no organisation “${id}”.`,
        ...adviceOn(id, known, named),
      });
    }
  },
};

export const leadOnce: Rule<Records> = {
  name: 'lead-once',
  about: 'Nobody is named twice among the leads of an action.',
  *find(records) {
    for (const { record, leads } of leadLists(records)) {
      const seen = new Set<string>();
      for (const { id, path: place } of leads) {
        if (!seen.has(id)) {
          seen.add(id);
          continue;
        }
        yield at(record, place, {
          message: `“${id}” is named twice as a lead.`,
          advice: 'Take one of the two out. Who leads is not named as a partner too.',
        });
      }
    }
  },
};

/** One list of leads: those who were named first, or those whom a report names in their place. */
interface LeadList {
  record: Sourced<'action' | 'report'>;
  path: PropertyKey[];
  /** The identifiers, each with its own place. */
  leads: { id: string; path: PropertyKey[] }[];
}

/** Every list of leads of every action, then of every report; entries that were refused are left out. */
function* leadLists(records: Records): Iterable<LeadList> {
  for (const record of records.action) {
    yield leadList(record, ['leads'], record.value.leads);
  }
  for (const { report: record, path, value } of [...statementsIn(records).values()].flat()) {
    yield leadList(record, [...path, 'leads'], value.leads);
  }
}

function leadList(
  record: LeadList['record'],
  path: PropertyKey[],
  leads: Draft<LeadEntry[]> | undefined,
): LeadList {
  const entries = (leads ?? []).flatMap((lead, index) => {
    if (typeof lead === 'string') return { id: lead, path: [...path, index] };
    return lead?.organisation === undefined
      ? []
      : { id: lead.organisation, path: [...path, index, 'organisation'] };
  });
  return { record, path, leads: entries };
}

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
): Pick<Words, 'advice' | 'inBox'> {
  const [, name, role] = /^(.*\S)\s*\((lead|partner)\)$/i.exec(typed) ?? [];
  const meant = name === undefined ? undefined : idFor(name, known, named);
  if (meant !== undefined) {
    return {
      advice: `Write the role on a separate line:\n  - organisation: ${meant}\n    role: ${role!.toLowerCase()}`,
      inBox: `Write ${meant}, and choose “${role!.toLowerCase()}” beside it.`,
    };
  }
  const several = typed.split(/\s*(?:,|;|\/|&|\band\b)\s*/).filter(Boolean);
  const besides = typed.split(/\s+/);
  const found =
    several.length === 1 && besides.every((part) => known.includes(part))
      ? besides
      : several.map((part) => idFor(part, known, named));
  if (found.length > 1 && found.every((id) => id !== undefined)) {
    return {
      advice: `Write each on a separate line:\n${found.map((id) => `  - ${id}`).join('\n')}`,
      inBox: `Write each in a separate box: ${found.join(', ')}.`,
    };
  }
  const id = idFor(typed, known, named);
  if (id !== undefined) return { advice: didYouMean(typed, id) };
  const suggestion = typed
    .split('@')[0]!
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (typed.includes('@')) {
    return {
      advice:
        'Write the organisation and not a person’s address: the name of its file in data/organisations.',
      inBox: 'Choose the organisation from the list, and write no person’s address.',
    };
  }
  return {
    advice: `Add the file data/organisations/${suggestion || 'nhs-england'}.yaml, or use the name of one that is there.`,
    inBox:
      'Choose one from the list. If it is not there, leave this box empty, and name it under “Progress”.',
  };
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

/** Everywhere that an organisation is named, by its identifier. */
export function* mentions(records: Records) {
  for (const record of records.plan) {
    if (record.value.publisher !== undefined) {
      yield { record, path: ['publisher'], id: record.value.publisher };
    }
  }
  for (const record of records.organisation) {
    if (record.value.part_of !== undefined)
      yield { record, path: ['part_of'], id: record.value.part_of };
  }
  for (const record of records.report) {
    const { by } = record.value;
    if (typeof by === 'string') yield { record, path: ['by'], id: by };
  }
  for (const { record, leads } of leadLists(records)) {
    for (const { id, path } of leads) yield { record, path, id };
  }
}
