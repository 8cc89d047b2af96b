import type { Action, Plan } from '../register/register.ts';

/** The promises of one plan among others. */
export interface OfPlan {
  plan: Plan;
  actions: Action[];
}

/** Promises under the plan that each belongs to, in the order of the plans; those without any are left out. */
export function byPlan(actions: readonly Action[], plans: readonly Plan[]): OfPlan[] {
  const groups = Map.groupBy(actions, ({ plan }) => plan);
  return plans.flatMap((plan) => {
    const ofPlan = groups.get(plan);
    return ofPlan === undefined ? [] : [{ plan, actions: ofPlan }];
  });
}
