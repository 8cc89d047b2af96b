import { at, type Rule } from '../../records/rule.ts';
import { isCorrected, isKept, same, type Comparison } from '../compare.ts';
import { asFlow } from '../../records/yaml/as-yaml.ts';
import { howToCorrect } from './breach.ts';

/** The cells of the source that are quoted word for word; a note on how they were read may change. */
const cells = ['row', 'outcome', 'lead', 'due', 'status'] as const;

export const sourceKept: Rule<Comparison> = {
  name: 'source-kept',
  about: 'What is quoted from the plan’s own table stays as it was quoted.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      const before = pair.before.value.source;
      const after = pair.after.value.source;
      if (before === undefined || after === undefined || isCorrected(pair, 'source')) continue;
      for (const cell of cells) {
        const old = before[cell];
        if (same(old, after[cell])) continue;
        yield at(pair.after, cell in after ? ['source', cell] : ['source'], {
          message: `The source’s own words for “${cell}” of ${pair.spoken} were changed.`,
          why: 'They are quoted from the plan, so that anyone can check the record against it.',
          advice: `${old === undefined ? 'Take the line out' : `Put it back:  ${cell}: ${asFlow(old)}`}\n${howToCorrect('source')}`,
        });
      }
    }
  },
};
