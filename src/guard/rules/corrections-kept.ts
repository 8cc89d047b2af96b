import { isKept, same } from '../compare.ts';
import { breach, placeOfField, type GuardRule } from './guard-rule.ts';

/** That a record was once wrong stays on record too. */
export const correctionsKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    if (!pair.after.readable) continue;
    const now = pair.after.value.corrections ?? [];
    for (const correction of pair.before.value.corrections ?? []) {
      if (correction === undefined || now.some((entry) => same(entry, correction))) continue;
      yield breach('corrections-kept', pair, placeOfField(pair, 'corrections'), {
        message: `The correction of ${pair.spoken} from ${correction.date ?? 'an unknown date'} was changed or taken out.`,
        why: 'Readers are told each time that a record was put right.',
        advice: 'Put it back as it was. If it was itself wrong, add another correction below it.',
      });
    }
  }
};
