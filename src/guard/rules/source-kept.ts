import { isCorrected, isKept, same } from '../compare.ts';
import { breach, howToCorrect, type GuardRule } from './guard-rule.ts';
import { inYaml } from '../words.ts';

/** The cells of the source that are quoted word for word; a note on how they were read may change. */
const cells = ['row', 'outcome', 'lead', 'due', 'status'] as const;

/** What is quoted from the plan’s table stays as it was quoted. */
export const sourceKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    const before = pair.before.value.source;
    const after = pair.after.value.source;
    if (before === undefined || after === undefined || isCorrected(pair, 'source')) continue;
    for (const cell of cells) {
      if (same(before[cell], after[cell])) continue;
      const path = ['source', cell];
      const place = cell in after ? pair.after.placeOf(path) : pair.after.placeOf(['source']);
      const old = before[cell];
      yield breach('source-kept', pair, place, {
        message: `The source’s own words for “${cell}” of ${pair.spoken} were changed.`,
        why: 'They are quoted from the plan, so that anyone can check the record against it.',
        advice: `${old === undefined ? 'Take the line out' : `Put it back:  ${cell}: ${inYaml(old)}`}\n${howToCorrect('source')}`,
      });
    }
  }
};
