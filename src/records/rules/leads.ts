import { listed } from '../../domain/words.ts';
import type { LeadEntry } from '../../schema/statement.ts';
import type { Draft, Records, Sourced } from '../records.ts';
import { at, type Rule } from '../rule.ts';
import { statementsIn } from '../statements.ts';
import { adviceOnBody, bodiesIn } from './body-meant.ts';

export const organisationExists: Rule<Records> = {
  name: 'organisation-exists',
  about:
    'Whoever leads an action, publishes a plan, reports, or has another body as a part has a record in data/organisations.',
  *find(records) {
    const bodies = bodiesIn(records);
    const ids = new Set(bodies.map(({ id }) => id));
    for (const { record, path, id } of mentions(records)) {
      if (ids.has(id)) continue;
      yield at(record, path, {
        message: `There is no organisation “${id}”.`,
        ...adviceOnBody(id, bodies),
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

export const partOfAnother: Rule<Records> = {
  name: 'part-of-another',
  about: 'No organisation is part of itself, nor of one of its own parts.',
  *find({ organisation }) {
    const wholes = new Map(organisation.map(({ id, value }) => [id, value.part_of]));
    const told = new Set<string>();
    for (const record of organisation) {
      const around = circleFrom(record.id, wholes);
      if (around === undefined || around.some((id) => told.has(id))) continue;
      for (const id of around) told.add(id);
      yield at(record, ['part_of'], {
        message:
          around.length === 1
            ? `“${record.id}” cannot be part of itself.`
            : `${listed(around.map((id, index) => `“${id}” is part of “${around[index + 1] ?? record.id}”`))}: that goes round in a circle.`,
        advice:
          around.length === 1
            ? 'Write the larger body that it is part of, or take this line out.'
            : 'Keep the line “part_of” only in the record of each smaller body.',
      });
    }
  },
};

/** The organisations from one to itself, each part of the next. Undefined where it does not come back. */
function circleFrom(
  id: string,
  wholes: ReadonlyMap<string, string | undefined>,
): string[] | undefined {
  const passed = new Set([id]);
  for (let next = wholes.get(id); next !== undefined; next = wholes.get(next)) {
    if (next === id) return [...passed];
    if (passed.has(next)) return undefined;
    passed.add(next);
  }
  return undefined;
}

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
