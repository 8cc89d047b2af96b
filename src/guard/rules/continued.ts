import type { Rule } from '../../records/rule.ts';
import { asFlow } from '../../records/yaml/as-yaml.ts';
import { isCorrected, isKept, type Comparison, type DraftAction } from '../compare.ts';
import { atField, howToCorrect } from './breach.ts';

export const continuedKept: Rule<Comparison> = {
  name: 'continued-kept',
  about: 'If an action was published as carrying on an earlier one, that stays. More may be added.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      const now = continuedIn(pair.after.value);
      const gone = continuedIn(pair.before.value).filter((id) => !now.includes(id));
      if (gone.length === 0 || isCorrected(pair, 'continues')) continue;
      const all = [...now, ...gone];
      yield atField(pair.after, 'continues', {
        message: `${pair.spoken} no longer says that it carries on ${gone.map((id) => `“${id}”`).join(' and ')}.`,
        why: 'The pages of both promises said so, and readers may have relied on it.',
        advice: `Put it back:  continues: ${asFlow(all.length === 1 ? all[0]! : all)}\n${howToCorrect('continues')}`,
      });
    }
  },
};

/** What an action carries on, by identifiers. */
export function continuedIn({ continues }: DraftAction): string[] {
  return [continues].flat().filter((id) => id !== undefined);
}
