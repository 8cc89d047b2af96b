import { outcomesOf } from '../../records/rules/plans.ts';
import { at, type Rule } from '../../records/rule.ts';
import { asField } from '../../records/yaml/as-yaml.ts';
import { added, keptPlans, type Comparison, type KeptPlan } from '../compare.ts';
import { atField } from './breach.ts';

export const outcomeKept: Rule<Comparison> = {
  name: 'outcome-kept',
  about: 'The outcomes of a plan stay, in the plan’s own words.',
  *find(comparison) {
    for (const plan of keptPlans(comparison)) {
      const later = new Map(outcomesOf(plan.after).map((outcome) => [outcome.id, outcome]));
      for (const { id, wording } of outcomesOf(plan.before)) {
        const now = later.get(id);
        if ((now !== undefined && now.wording === wording) || isCorrected(plan, id)) continue;
        const words = {
          message:
            now === undefined
              ? `The outcome “${id}” was taken out, or has another number or name.`
              : `The wording of the outcome “${id}” was changed.`,
          why: 'It is quoted from the plan: it says what all of its actions are for.',
          advice: `Put it back:\n${now === undefined ? `  ${asField('id', id)}\n` : ''}  ${asField('wording', wording ?? '')}\n${howToCorrectOutcome(id)}`,
        };
        yield now === undefined
          ? atField(plan.after, 'themes', words)
          : at(plan.after, [...now.path.slice(0, -1), 'wording'], words);
      }
    }
  },
};

/** Whether this change says, in a new correction, what was wrong with an outcome. */
function isCorrected({ before, after }: KeptPlan, outcome: string): boolean {
  return added(before.value.corrections, after.value.corrections).some(
    (correction) => correction.outcome === outcome,
  );
}

function howToCorrectOutcome(id: string): string {
  return `If the record was wrong from the start, say so at the end of plan.yaml:\ncorrections:\n  - date: 3 March 2024\n    outcome: "${id}"\n    why: The plan itself says …`;
}
