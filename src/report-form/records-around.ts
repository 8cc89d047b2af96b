import type { PublishedAction } from '../exports/actions-json.ts';
import type { Kind, Records, Sourced } from '../records/records.ts';
import type { UpdateRecord } from '../schema/action.ts';
import type { ReportFacts } from './report-facts.ts';

/** What is known of the register where one action is reported on. */
export interface Surroundings {
  action: PublishedAction;
  /** Other actions that may be named, as far as they are there; undefined where that is not known. */
  others: readonly PublishedAction[] | undefined;
  facts: ReportFacts;
}

/**
 * Records as the rules ask for them: the action with one more update, and as much of what is around
 * it as the page knows. What the rules cannot find wrong in a new update is left out.
 *
 * @param placeOf told of every place at which a rule finds something
 */
export function recordsAround(
  { action, others, facts }: Surroundings,
  update: UpdateRecord,
  placeOf: Sourced<Kind>['placeOf'],
): Records {
  const sourced = <K extends Kind>(
    kind: K,
    id: string,
    value: Sourced<K>['value'],
  ): Sourced<K> => ({
    kind,
    id,
    file: id,
    value,
    sound: true,
    placeOf,
    placeOfKey: placeOf,
    placeOfWords: placeOf,
  });
  const actionRecord = (
    { plan, ref, milestones }: PublishedAction,
    updates: Sourced<'action'>['value']['updates'] & object,
  ): Sourced<'action'> => ({
    ...sourced('action', `${plan}/${ref}`, {
      milestones: milestones.map(({ label, due }) => ({ label, due: due.text })),
      updates,
    }),
    plan,
    reference: ref,
  });
  const earlier = action.updates.map(({ reported_display: reported }) => ({ reported }));
  return {
    site: [],
    topic: [],
    report: [],
    organisation: facts.organisations.map(({ id, ...names }) => sourced('organisation', id, names)),
    term: facts.terms.map(({ id, ...forms }) => sourced('term', id, forms)),
    plan: facts.plans.map(({ id, code, from }) => sourced('plan', id, { code, period: { from } })),
    action: [
      actionRecord(action, [...earlier, update]),
      ...(others ?? [])
        .filter(({ id }) => id !== action.id)
        .map((other) => actionRecord(other, [])),
    ],
  };
}
