import { knownOf } from '../domain/known-of.ts';
import type { Action, Plan } from '../register/register.ts';
import type { ListPart } from './list-pages.ts';
import { planName } from './place-in-plan.ts';
import { numberIn } from './tally.ts';

/** The promises of one plan among others: “Carers Plan, Doncaster (12)”. */
export interface OfPlan extends ListPart<Action> {
  plan: Plan;
}

/**
 * Promises under the plan that each belongs to, in the order of the plans; those without any are
 * left out.
 *
 * @param part tells the groups from those of another list on the page
 */
export function byPlan(
  actions: readonly Action[],
  plans: readonly Plan[],
  part?: string,
): OfPlan[] {
  const groups = groupedByPlan(actions);
  return plans.flatMap((plan) => {
    const entries = groups.get(plan);
    if (entries === undefined) return [];
    return [
      {
        plan,
        id: part === undefined ? plan.id : `${part}-${plan.id}`,
        title: `${planName(plan)} (${numberIn(entries)})`,
        entries,
      },
    ];
  });
}

/** Each page of a long list asks for it. */
const groupedByPlan = knownOf((actions: readonly Action[]) =>
  Map.groupBy(actions, ({ plan }) => plan),
);
