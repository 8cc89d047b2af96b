import { isCorrected, isKept, lostUpdates } from '../compare.ts';
import { breach, howToCorrect, placeOfField, type GuardRule } from './guard-rule.ts';
import { inYaml } from '../words.ts';

/** What was reported stays reported, in the words of the time. */
export const pastUpdatesKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    if (!pair.after.readable || isCorrected(pair, 'updates')) continue;
    for (const { lost, now } of lostUpdates(pair)) {
      const place =
        now === undefined ? placeOfField(pair, 'updates') : pair.after.placeOf(['updates', now]);
      const fields = Object.entries(lost).map(([name, value]) => `${name}: ${inYaml(value)}`);
      yield breach('past-updates-kept', pair, place, {
        message: `The update of ${pair.spoken} from ${lost.reported ?? 'an unknown date'} was ${now === undefined ? 'taken out' : 'changed'}.`,
        why: 'A past report is part of the record. What is new comes below it.',
        advice: `Put it back:\n  - ${fields.join('\n    ')}\nWrite what is new as an update of its own, below the last one.\n${howToCorrect('updates')}`,
      });
    }
  }
};
