import type { Action, Register } from '../register/register.ts';

/** The action that the guide shows things by: the first with a date, a lead, a measure and a reported status. */
export function exampleAction({ actions }: Register): Action {
  const telling = actions.find(
    ({ due, leads, measures, updates }) =>
      due?.latest != null &&
      leads.length > 1 &&
      measures.length > 0 &&
      updates.some(({ status }) => status !== undefined),
  );
  return telling ?? actions[0]!;
}
