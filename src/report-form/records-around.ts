import { parseDueDate } from '../domain/due-date.ts';
import { startOfReportName } from '../domain/report-name.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { Draft, Kind, Records, Sourced } from '../records/records.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import type { ReportFacts } from './report-facts.ts';

/** What is known of the register where something is reported. */
export interface Surroundings {
  /** The name of the plan’s folder. */
  plan: string;
  /** The actions of that plan that are reported on. */
  actions: readonly PublishedAction[];
  /** Other actions that may be named, as far as they are there; undefined where that is not known. */
  others: readonly PublishedAction[] | undefined;
  facts: ReportFacts;
  /** The day on which the report is made, as an ISO day. */
  today: string;
}

/** What the new report’s file is called where its rules are asked. */
export const newReport = 'this report';

/**
 * Records as the rules ask for them: the new report, the actions that it is about, and as much of
 * what is around them as the page knows. What no rule can find wrong by a new report is left out.
 *
 * @param report without the parts that its schema refused
 * @param placeOf told of every place at which a rule finds something
 */
export function recordsAround(
  { plan, actions, others = [], facts }: Surroundings,
  report: Draft<ReportRecord>,
  placeOf: Sourced<Kind>['placeOf'],
): Records {
  const sourced = <K extends Kind>(
    kind: K,
    id: string,
    value: Sourced<K>['value'],
    file: string = id,
  ): Sourced<K> => ({
    kind,
    id,
    file,
    value,
    sound: true,
    placeOf,
    placeOfKey: placeOf,
    placeOfWords: placeOf,
  });
  const chosen = new Set(actions.map(({ id }) => id));
  const known = [...actions, ...others.filter(({ id }) => !chosen.has(id))];
  const parsed = parseDueDate(report.reported ?? '');
  const stem = parsed.ok ? `${startOfReportName(parsed.date)}-${lastOfAll}` : lastOfAll;
  return {
    site: [],
    topic: [],
    page: [],
    organisation: facts.organisations.map(({ id, ...names }) => sourced('organisation', id, names)),
    term: facts.terms.map(({ id, ...forms }) => sourced('term', id, forms)),
    plan: facts.plans.map(({ id, code, from, publisher }) =>
      sourced('plan', id, { code, publisher, period: { from } }),
    ),
    action: known.map((action) => ({
      ...sourced('action', `${action.plan}/${action.ref}`, {
        leads: action.leads.map(({ id: organisation, role }) => ({ organisation, role })),
        milestones: action.milestones.map(({ label, due }) => ({ label, due: due.text })),
      }),
      plan: action.plan,
      reference: action.ref,
    })),
    report: [
      ...known.flatMap((action) =>
        action.updates.map((update, index) => ({
          ...sourced(
            'report',
            `${action.plan}/${String(index).padStart(4, '0')}`,
            earlierReport(action, update, index === action.updates.length - 1),
            'an earlier report',
          ),
          plan: action.plan,
        })),
      ),
      { ...sourced('report', `${plan}/${stem}`, report, newReport), plan },
    ],
  };
}

/** Sorts after all other reports of the same date, so that a contradiction is reported on this report. */
const lastOfAll = 'zzz';

/** As much of an earlier report as a new one can contradict. */
function earlierReport(
  { ref, merged_into }: PublishedAction,
  { reported_display, status, second_opinion }: PublishedAction['updates'][number],
  isNewest: boolean,
): Sourced<'report'>['value'] {
  const said = {
    ...(status !== null && { status }),
    ...(status === 'merged' && merged_into !== null && isNewest && { merged_into }),
  } as StatementRecord;
  return {
    reported: reported_display,
    ...(second_opinion && { by: { name: 'Somebody else' } }),
    actions: { [ref]: said },
  };
}
