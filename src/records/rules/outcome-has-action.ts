import { outcomesOf } from './outcomes.ts';
import { problemAt, type Rule } from './rule.ts';

/** An outcome with no action would be an empty page. */
export const outcomeHasAction: Rule = function* (records) {
  const served = new Set(records.action.map((action) => `${action.plan} ${action.value.outcome}`));
  // An action whose outcome could not be read may be the one that is missed here.
  const unclear = new Set(
    records.action
      .filter((action) => action.value.outcome === undefined)
      .map((action) => action.plan),
  );
  const started = new Set(records.action.map((action) => action.plan));
  for (const plan of records.plan) {
    if (!started.has(plan.id) || unclear.has(plan.id)) continue;
    for (const { id, path } of outcomesOf(plan)) {
      if (served.has(`${plan.id} ${id}`)) continue;
      yield problemAt(
        'outcome-has-action',
        plan,
        path,
        `No action serves the outcome “${id}”.`,
        `Write  outcome: "${id}"  in the action that serves it, or take the outcome out of the plan.`,
      );
    }
  }
};
