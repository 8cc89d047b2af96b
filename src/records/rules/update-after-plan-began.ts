import { parseDueDate } from '../../domain/due-date.ts';
import { problemAt, type Rule } from './rule.ts';

/** Nothing can be reported of a plan before it began. */
export const updateAfterPlanBegan: Rule = function* (records) {
  const began = new Map(records.plan.map((plan) => [plan.id, plan.value.period?.from]));
  for (const action of records.action) {
    const from = parseDueDate(began.get(action.plan!) ?? '');
    if (!from.ok || from.date.earliest === null) continue;
    for (const [index, update] of (action.value.updates ?? []).entries()) {
      if (update?.reported === undefined) continue;
      const parsed = parseDueDate(update.reported);
      if (!parsed.ok || parsed.date.latest === null || parsed.date.latest >= from.date.earliest)
        continue;
      yield problemAt(
        'update-after-plan-began',
        action,
        ['updates', index, 'reported'],
        `This update is from ${parsed.date.display}, before the plan began (${from.date.display}).`,
        `Check the year. If it is right, change “from” under “period” in data/plans/${action.plan}/plan.yaml.`,
      );
    }
  }
};
