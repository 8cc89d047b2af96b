import { parseDueDate } from '../../domain/due-date.ts';
import { statusAfter } from '../../domain/standing.ts';
import { gapRules, withGap, type GapFacts } from '../../domain/gaps.ts';
import type { Records, Sourced } from '../records.ts';
import { at, type Rule } from '../rule.ts';

const [noMeasure, noUpdate] = (['no-measure', 'no-update'] as const).map((id) =>
  gapRules.find((rule) => rule.id === id)!,
);

/** The records, and the ISO day on which they are judged. */
export interface Judged {
  records: Records;
  today: string;
}

export const measureGiven: Rule<Judged> = {
  name: 'measure-given',
  about: 'Each action says how success will be measured.',
  *find({ records, today }) {
    for (const { record } of withGap(noMeasure!, facts(records), today)) {
      yield at(record, [], {
        message: 'There are no measures, so nobody can tell whether this has worked.',
        advice:
          'If the plan says how success is measured, add it:\nmeasures:\n  - Carer satisfaction improved',
      });
    }
  },
};

export const reportedWithinYear: Rule<Judged> = {
  name: 'reported-within-year',
  about: 'Something was reported within a year of each action that is not complete.',
  *find({ records, today }) {
    for (const { record } of withGap(noUpdate!, facts(records), today)) {
      yield at(record, [], {
        message: 'This is not complete, and nothing was reported of it for more than a year.',
        advice:
          'If there is news, add an update:\n  - reported: June 2023\n    status: in progress\n    text: …',
      });
    }
  },
};

/** What the rules on gaps look at, from records that may have faults. */
function facts(records: Records): (GapFacts & { record: Sourced<'action'> })[] {
  const reportedUpTo = new Map(records.plan.map(({ id, value }) => [id, value.reported?.date]));
  return records.action
    .filter(({ sound }) => sound)
    .map((record) => {
      const updates = (record.value.updates ?? []).filter((update) => update !== undefined);
      return {
        record,
        status: statusAfter(updates),
        leads: [],
        measures: (record.value.measures ?? []).filter((text) => text !== undefined),
        updates: updates.map((update) => ({ reported: latest(update.reported) })),
        asOf: latest(reportedUpTo.get(record.plan!)),
      };
    });
}

/** A date that cannot be read has been told of; it counts as new here. */
function latest(text: string | undefined): { latest: string | null } {
  const parsed = parseDueDate(text ?? '');
  return { latest: parsed.ok ? parsed.date.latest : '9999-12-31' };
}
