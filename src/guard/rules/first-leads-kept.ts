import { isCorrected, isKept, same } from '../compare.ts';
import { breach, howToCorrect, placeOfField, type GuardRule } from './guard-rule.ts';
import { inYaml } from '../words.ts';

/** Who was first responsible stays on record; a changed lead is an update. */
export const firstLeadsKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    const { leads } = pair.before.value;
    const now = pair.after.value.leads;
    if (!pair.before.readable || !pair.after.readable) continue;
    if (same(leads, now) || isCorrected(pair, 'leads')) continue;
    yield breach('first-leads-kept', pair, placeOfField(pair, 'leads'), {
      message: `The first leads of ${pair.spoken} were changed.`,
      why: 'The site shows who was responsible first beside who is now.',
      advice: `${leads === undefined ? 'Take “leads” out' : `Put it back:  leads: ${inYaml(leads)}`}\nNew leads are an update with a reason:\nupdates:\n  - reported: June 2023\n    leads: ${inYaml(now ?? ['nhs-england'])}\n    reason: The team moved to another body.\n${howToCorrect('leads')}`,
    });
  }
};
