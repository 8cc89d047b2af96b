import { asField } from '../../records/yaml/as-yaml.ts';
import { isCorrected, isKept, same } from '../compare.ts';
import { breach, howToCorrect, placeOfField, type GuardRule } from './guard-rule.ts';

/** The date that was first promised stays; a moved date is an update. */
export const firstDueKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    const { due } = pair.before.value;
    const now = pair.after.value.due;
    // A date that was never given is no promise to keep, but a date added later is one that came later.
    if (!pair.before.readable || same(due, now) || isCorrected(pair, 'due')) continue;
    const asUpdate = `updates:\n  - reported: June 2023\n    ${asField('due', now ?? 'March 2024')}\n    reason: The hospital asked for more time.`;
    yield breach('first-due-kept', pair, placeOfField(pair, 'due'), {
      message:
        due === undefined
          ? `${pair.spoken} had no due date, and now has one at its top.`
          : `The first due date of ${pair.spoken} was ${now === undefined ? 'taken out' : `changed from “${due}”`}.`,
      why: 'The site shows the date that was first promised beside the one that holds now.',
      advice: `${due === undefined ? 'Take the line out' : `Put it back:  ${asField('due', due)}`}\nA date that moved is an update with a reason:\n${asUpdate}\n${howToCorrect('due')}`,
    });
  }
};
