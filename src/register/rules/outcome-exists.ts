import { offer } from '../nearest.ts';
import { outcomesOf } from './outcomes.ts';
import { problemAt, type Rule } from './rule.ts';

/** The outcome that an action serves stands in its plan. */
export const outcomeExists: Rule = function* (records) {
  const outcomes = new Map(
    records.plan.map((plan) => [plan.id, outcomesOf(plan).map(({ id }) => id)]),
  );
  const unread = new Set(
    records.plan.filter((plan) => plan.value.themes === undefined).map(({ id }) => id),
  );
  for (const action of records.action) {
    const { outcome } = action.value;
    const known = outcomes.get(action.plan!);
    if (outcome === undefined || known === undefined || unread.has(action.plan!)) continue;
    if (known.includes(outcome)) continue;
    yield problemAt(
      'outcome-exists',
      action,
      ['outcome'],
      `The plan has no outcome “${outcome}”.`,
      offer(
        outcome,
        known,
        `Use one that stands in data/plans/${action.plan}/plan.yaml, or add it there first.`,
      ),
    );
  }
};
