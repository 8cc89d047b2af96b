import { identifier, spokenReference } from '../domain/reference.ts';
import { offer } from '../domain/nearest.ts';
import type { Records, Sourced } from '../records/records.ts';
import { actionMeant, severalMeant } from './action-meant.ts';
import type { Answer } from './answer.ts';

/**
 * Finds the record of an action by what was typed, in any shape that the form accepts too: “DON 2.1.2”,
 * “don-2-1-2”, “2.1.2”, the address of its page. Where there is none, the nearest one is offered.
 *
 * @param plan the folder of the plan of which a bare number is an action
 */
export function findAction(
  records: Records,
  typed: string,
  plan?: string,
): Answer<Sourced<'action'>> {
  const codes = new Map(records.plan.map(({ id, value }) => [id, value.code ?? id]));
  const codeOf = (action: Sourced<'action'>) => codes.get(action.plan!) ?? action.plan!;
  const byId = new Map(
    records.action.map((action) => [identifier(codeOf(action), action.reference!), action]),
  );
  const { exact, near } = actionMeant(typed, [...codes.values()]);
  const found = exact.flatMap((id) => byId.get(id) ?? []);
  const action = found.find((one) => one.plan === plan) ?? found[0];
  if (action !== undefined && (found.length === 1 || action.plan === plan))
    return { value: action };
  if (found.length > 1) {
    const each = found.map((one) => spokenReference(codeOf(one), one.reference!));
    return { refusal: severalMeant(typed, each) };
  }
  const meant = near.find((id) => byId.has(id));
  const how = 'Write a plan’s code and a number, such as ANY 2.1.2.';
  return {
    refusal: `There is no action “${typed}”. ${meant === undefined ? offer(typed, [...byId.keys()], how) : `Did you mean “${meant}”?`}`,
  };
}
