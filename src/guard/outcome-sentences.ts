import { outcomesOf } from '../records/rules/plans.ts';
import { added, type KeptPlan } from './compare.ts';
import { difference, shownWhen } from './shown.ts';

/** What changed in the official wording of a plan’s outcomes, and what was corrected in it. */
export function sentencesOnOutcomes({ before, after }: KeptPlan): string[] {
  const plan = `The plan “${after.id}”`;
  const later = new Map(outcomesOf(after).map(({ id, wording }) => [id, wording]));
  const changed = outcomesOf(before)
    .filter(({ id, wording }) => later.get(id) !== wording)
    .map(({ id, wording }) =>
      later.has(id)
        ? `${plan}: wording of the outcome ${id} ${difference(wording, later.get(id))}.`
        : `${plan}: the outcome ${id} was taken out.`,
    );
  const corrected = added(before.value.corrections, after.value.corrections).map(
    ({ date, outcome, why }) =>
      `${plan}: corrected ${shownWhen(date)}: the outcome ${outcome ?? ''}. ${why ?? ''}`,
  );
  return [...changed, ...corrected];
}
