import type { Rule } from '../../records/rule.ts';
import { goneAndAdded, type Comparison } from '../compare.ts';
import { goneRecord } from './gone.ts';

export const topicKept: Rule<Comparison> = {
  name: 'topic-kept',
  about: 'A topic that actions still name keeps its file and the name of the file.',
  *find(comparison) {
    const { gone, added } = goneAndAdded(comparison, 'topic');
    for (const record of gone) {
      const named = comparison.after.action.flatMap((action) =>
        (action.value.topics ?? []).flatMap((topic, index) =>
          topic === record.id ? [{ record: action, path: ['topics', index] }] : [],
        ),
      );
      if (named.length === 0) continue;
      const { title, covers } = record.value;
      const renamed = added.find(
        ({ value }) =>
          (title !== undefined && value.title?.toLowerCase() === title.toLowerCase()) ||
          (covers !== undefined && value.covers === covers),
      );
      yield goneRecord({ record, called: 'the topic', shown: 'title', renamed, named });
    }
  },
};
