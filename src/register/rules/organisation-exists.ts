import { offer } from '../nearest.ts';
import type { Records } from '../records.ts';
import { idsOf, problemAt, type Rule } from './rule.ts';

/** Whoever leads, publishes or contains something has a record in `organisations`. */
export const organisationExists: Rule = function* (records) {
  const known = idsOf(records.organisation);
  const ids = new Set(known);
  for (const { record, path, id } of mentions(records)) {
    if (ids.has(id)) continue;
    yield problemAt(
      'organisation-exists',
      record,
      path,
      `There is no organisation “${id}”.`,
      offer(
        id,
        known,
        `Add the file data/organisations/${id}.yaml, or use the name of one that is there.`,
      ),
    );
  }
};

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
  for (const record of records.action) {
    const lists = [
      { path: ['leads'], leads: record.value.leads },
      ...(record.value.updates ?? []).map((update, index) => ({
        path: ['updates', index, 'leads'],
        leads: update?.leads,
      })),
    ];
    for (const { path, leads } of lists) {
      for (const [index, lead] of (leads ?? []).entries()) {
        if (typeof lead === 'string') yield { record, path: [...path, index], id: lead };
        else if (lead?.organisation !== undefined) {
          yield { record, path: [...path, index, 'organisation'], id: lead.organisation };
        }
      }
    }
  }
}
