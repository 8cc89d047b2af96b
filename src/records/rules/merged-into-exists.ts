import { identifier } from '../../domain/reference.ts';
import { offer } from '../../domain/nearest.ts';
import { problemAt, type Rule } from './rule.ts';

/** An action that was merged says into which other one, and that one is there. */
export const mergedIntoExists: Rule = function* (records) {
  const codes = new Map(records.plan.map((plan) => [plan.id, plan.value.code]));
  const idOf = (action: (typeof records.action)[number]) =>
    identifier(codes.get(action.plan!) ?? action.plan!, action.reference!);
  const known = records.action.map(idOf);
  const ids = new Set(known);
  for (const action of records.action) {
    for (const [index, update] of (action.value.updates ?? []).entries()) {
      const target = update?.merged_into;
      if (target === undefined) continue;
      const path = ['updates', index, 'merged_into'];
      if (target === idOf(action)) {
        yield problemAt(
          'merged-into-exists',
          action,
          path,
          'This action cannot be merged into itself.',
          'Write the identifier of the action that goes on.',
        );
      } else if (!ids.has(target)) {
        yield problemAt(
          'merged-into-exists',
          action,
          path,
          `There is no action “${target}” to merge into.`,
          offer(target, known, 'Write a plan’s code and a number with hyphens, such as nat-4-3.'),
        );
      }
    }
  }
};
