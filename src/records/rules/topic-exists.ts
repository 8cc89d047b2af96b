import { offer } from '../../domain/nearest.ts';
import { idsOf, problemAt, type Rule } from './rule.ts';

/** A topic that an action names has a record in `topics`. */
export const topicExists: Rule = function* (records) {
  const known = idsOf(records.topic);
  const titled = new Map(
    records.topic.map(({ id, value }) => [(value.title ?? '').toLowerCase(), id]),
  );
  for (const action of records.action) {
    for (const [index, topic] of (action.value.topics ?? []).entries()) {
      if (topic === undefined || known.includes(topic)) continue;
      yield problemAt(
        'topic-exists',
        action,
        ['topics', index],
        `There is no topic “${topic}”.`,
        offer(titled.get(topic.toLowerCase()) ?? topic, known, `Use one of: ${known.join(', ')}.`),
      );
    }
  }
};
