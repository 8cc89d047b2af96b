import type { Records, Sourced } from '../records.ts';

/** One list of leads: those who were named first, or those whom an update names in their place. */
export interface LeadList {
  record: Sourced<'action'>;
  path: PropertyKey[];
  /** The identifiers, each with its own place. */
  leads: { id: string; path: PropertyKey[] }[];
}

/** Every list of leads of every action; entries that were refused are left out. */
export function* leadLists(records: Records): Iterable<LeadList> {
  for (const record of records.action) {
    const lists = [
      { path: ['leads'], leads: record.value.leads },
      ...(record.value.updates ?? []).map((update, index) => ({
        path: ['updates', index, 'leads'],
        leads: update?.leads,
      })),
    ];
    for (const { path, leads } of lists) {
      const entries = (leads ?? []).flatMap((lead, index) => {
        if (typeof lead === 'string') return { id: lead, path: [...path, index] };
        return lead?.organisation === undefined
          ? []
          : { id: lead.organisation, path: [...path, index, 'organisation'] };
      });
      yield { record, path, leads: entries };
    }
  }
}
