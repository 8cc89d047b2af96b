import { offer } from '../../domain/nearest.ts';
import { outcomesOf } from './outcomes.ts';
import { problemAt, type Rule } from './rule.ts';

/** The outcome that an action serves stands in its plan. */
export const outcomeExists: Rule = function* (records) {
  const outcomes = new Map(records.plan.map((plan) => [plan.id, outcomesOf(plan)]));
  const unread = new Set(
    records.plan.filter((plan) => plan.value.themes === undefined).map(({ id }) => id),
  );
  for (const action of records.action) {
    const { outcome } = action.value;
    const inPlan = outcomes.get(action.plan!);
    if (outcome === undefined || inPlan === undefined || unread.has(action.plan!)) continue;
    const known = inPlan.map(({ id }) => id);
    if (known.includes(outcome)) continue;
    const meant = inPlan.find(({ id, title }) => isMeant(outcome, id, title));
    yield problemAt(
      'outcome-exists',
      action,
      ['outcome'],
      `The plan has no outcome “${outcome}”.`,
      offer(
        meant?.id ?? outcome,
        known,
        `Use one that stands in data/plans/${action.plan}/plan.yaml, or add it there first.`,
      ),
    );
  }
};

/** Whether somebody wrote an outcome’s title, or words around its number. */
function isMeant(typed: string, id: string, title: string | undefined): boolean {
  const plain = typed.toLowerCase();
  return plain === title?.toLowerCase() || plain.split(/[\s:,]+/).includes(id);
}
