import { asField } from '../../records/yaml/as-yaml.ts';
import { isCorrected, isKept, same } from '../compare.ts';
import { breach, howToCorrect, placeOfField, type GuardRule } from './guard-rule.ts';

/** The words of a promise stay as they were first published. */
export const promiseKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    const { promise } = pair.before.value;
    if (promise === undefined || same(promise, pair.after.value.promise)) continue;
    if (isCorrected(pair, 'promise')) continue;
    yield breach('promise-kept', pair, placeOfField(pair, 'promise'), {
      message: `The promise of ${pair.spoken} was changed.`,
      why: 'What was promised stays as it was. Readers must be able to hold it against what followed.',
      advice: `Put it back:  ${asField('promise', promise)}\nIf the plan changed it later, say so in the text of a new update.\n${howToCorrect('promise')}`,
    });
  }
};
