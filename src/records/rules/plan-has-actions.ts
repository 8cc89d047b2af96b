import { problemAt, type Rule } from './rule.ts';

/** A plan promises something: it has at least one action. */
export const planHasActions: Rule = function* (records) {
  const withActions = new Set(records.action.map((action) => action.plan));
  for (const plan of records.plan) {
    if (withActions.has(plan.id)) continue;
    yield problemAt(
      'plan-has-actions',
      plan,
      [],
      'This plan has no actions, so there is nothing to show.',
      `Add the first one as a file in data/plans/${plan.id}/actions, such as 1.1.yaml`,
    );
  }
};
