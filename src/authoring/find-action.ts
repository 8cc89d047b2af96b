import { identifier } from '../domain/reference.ts';
import { offer } from '../domain/nearest.ts';
import type { Answer } from './answer.ts';
import type { Records, Sourced } from '../records/records.ts';

/** The record of an action by its identifier, `don-2-1-2`; where there is none, the nearest one. */
export function findAction(records: Records, id: string): Answer<Sourced<'action'>> {
  const codes = new Map(records.plan.map((plan) => [plan.id, plan.value.code ?? plan.id]));
  const ids = new Map(
    records.action.map((action) => [
      identifier(codes.get(action.plan!) ?? action.plan!, action.reference!),
      action,
    ]),
  );
  const found = ids.get(
    id
      .trim()
      .toLowerCase()
      .replaceAll(/[\s._-]+/g, '-'),
  );
  if (found !== undefined) return { value: found };
  const how = 'Write a plan’s code and a number with hyphens, such as don-2-1-2.';
  return { refusal: `There is no action “${id}”. ${offer(id, [...ids.keys()], how)}` };
}
