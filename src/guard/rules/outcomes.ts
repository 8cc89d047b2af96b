import { count } from '../../domain/words.ts';
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
      const before = outcomesOf(plan.before);
      const earlier = new Set(before.map(({ id }) => id));
      for (const { id, wording } of before) {
        const now = later.get(id);
        if ((now !== undefined && now.wording === wording) || isCorrected(plan, id)) continue;
        const why = 'It is quoted from the plan: it says what all of its actions are for.';
        const back = `Put it back:\n${now === undefined ? `  ${asField('id', id)}\n` : ''}  ${asField('wording', wording ?? '')}\n${howToCorrectOutcome(id)}`;
        if (now !== undefined) {
          yield at(plan.after, [...now.path.slice(0, -1), 'wording'], {
            message: `The wording of the outcome “${id}” was changed.`,
            why,
            advice: back,
          });
          continue;
        }
        const named = comparison.after.action.filter(
          (action) => action.plan === plan.after.id && action.value.outcome === id,
        );
        const brings = named.map((action) => ({
          file: action.file,
          ...action.placeOf(['outcome']),
        }));
        const renamed = [...later.values()].find(
          (other) => !earlier.has(other.id) && wording !== undefined && other.wording === wording,
        );
        if (renamed === undefined) {
          const still = inFiles(named.length, 'name', 'it');
          yield {
            ...atField(plan.after, 'themes', {
              message: `The outcome “${id}” was taken out, or has another number or name${still}.`,
              why,
              advice: back,
            }),
            brings,
          };
          continue;
        }
        yield {
          ...at(plan.after, renamed.path, {
            message: `The outcome “${id}” is now “${renamed.id}”${inFiles(named.length, 'use', 'its old name')}.`,
            why: 'Its number or name makes the address of its page, and links to it must not break.',
            advice: `Put it back:  ${asField('id', id)}\n${howToCorrectOutcome(id)}`,
          }),
          brings,
        };
      }
    }
  },
};

/** ‘, and 2 files still name it’, with the verb for several. */
function inFiles(files: number, verb: string, what: string): string {
  if (files === 0) return '';
  return `, and ${count(files, 'file')} still ${files === 1 ? `${verb}s` : verb} ${what}`;
}

/** Whether this change says, in a new correction, what was wrong with an outcome. */
function isCorrected({ before, after }: KeptPlan, outcome: string): boolean {
  return added(before.value.corrections, after.value.corrections).some(
    (correction) => correction.outcome === outcome,
  );
}

function howToCorrectOutcome(id: string): string {
  return `If the record was wrong from the start, say so at the end of plan.yaml:\ncorrections:\n  - date: 3 March 2024\n    outcome: "${id}"\n    why: The plan itself says …`;
}
