import type { Action, Plan } from '../register/register.ts';

/** Two plans of one line, promise by promise: only what their records say of each other. */
export interface SincePlan {
  plan: Plan;
  /** The plan that it follows. */
  earlier: Plan;
  /** Every promise of the earlier plan that the later one names, with those that carry it on. */
  carriedOver: { from: Action; to: Action[] }[];
  /** The promises of the earlier plan that none of the later one names. What became of them is not known. */
  notNamed: Action[];
  /** The promises of the later plan that name none of any earlier plan. They may be new. */
  withoutEarlier: Action[];
  /** Those that name one of a plan before the earlier one, and none of that. */
  fromBefore: Action[];
}

/** What a plan carries on of the one that it follows; undefined of the first of a line. */
export function sinceEarlier(plan: Plan): SincePlan | undefined {
  const { predecessor: earlier, actions } = plan;
  if (earlier === undefined) return undefined;
  const onward = (action: Action) => action.continuedBy.filter((later) => later.plan === plan);
  return {
    plan,
    earlier,
    carriedOver: earlier.actions
      .map((from) => ({ from, to: onward(from) }))
      .filter(({ to }) => to.length > 0),
    notNamed: earlier.actions.filter((action) => onward(action).length === 0),
    withoutEarlier: actions.filter(({ continues }) => continues.length === 0),
    fromBefore: actions.filter(
      ({ continues }) =>
        continues.length > 0 && continues.every((action) => action.plan !== earlier),
    ),
  };
}

/** Whether anybody has linked promises of the two. Where nobody has, nothing is known of either list. */
export function isLinked({ carriedOver, fromBefore }: SincePlan): boolean {
  return carriedOver.length + fromBefore.length > 0;
}
