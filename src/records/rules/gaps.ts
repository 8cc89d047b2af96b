import { parseDueDate } from '../../domain/due-date.ts';
import { statusAfter } from '../../domain/standing.ts';
import { gapRules, withGap, type GapFacts } from '../../domain/gaps.ts';
import type { Records, Sourced } from '../records.ts';
import { at, type Rule } from '../rule.ts';
import { statementsIn } from '../statements.ts';

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
          'If the plan says how success is measured, add it:\nmeasures:\n  - More people use the service',
      });
    }
  },
};

export const reportedWithinYear: Rule<Judged> = {
  name: 'reported-within-year',
  about: 'Something was reported in the last year about each action that is not complete.',
  *find({ records, today }) {
    for (const { record } of withGap(noUpdate!, facts(records), today)) {
      yield at(record, [], {
        message: 'This is not complete, and nothing was reported about it for more than a year.',
        advice:
          'If there is news, write it as a report: “Report progress” on the page of the action makes one, and so does  npm run report',
      });
    }
  },
};

/** What the rules on gaps look at, from records that may have faults. */
function facts(records: Records): (GapFacts & { record: Sourced<'action'> })[] {
  const statements = statementsIn(records);
  const reportedUpTo = new Map(records.plan.map(({ id, value }) => [id, value.reported?.date]));
  return records.action
    .filter(({ sound }) => sound)
    .map((record) => {
      const said = statements.get(record.id) ?? [];
      return {
        record,
        status: statusAfter(
          said.map(({ value: { status }, secondOpinion }) => ({ status, secondOpinion })),
        ),
        leads: [],
        measures: (record.value.measures ?? []).filter((text) => text !== undefined),
        updates: said.map(({ reported }) => ({ reported: { latest: reported?.latest ?? future } })),
        asOf: latest(reportedUpTo.get(record.plan!)),
      };
    });
}

/** A date that cannot be read has been told of; it counts as new here. */
function latest(text: string | undefined): { latest: string | null } {
  const parsed = parseDueDate(text ?? '');
  return { latest: parsed.ok ? parsed.date.latest : future };
}

/** Newer than any report. */
const future = '9999-12-31';
