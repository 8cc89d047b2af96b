import { z } from 'zod';
import { line, prose } from './text.ts';

/** What a carer comes for, in a carer's own words: `topics/<id>.yaml`. */
export const topicSchema = z
  .strictObject({
    title: line(60).meta({
      description: 'The topic in words that a carer would say.',
      examples: ['I need a break'],
    }),
    covers: prose.meta({
      description: 'What belongs to this topic, in one or two plain sentences.',
      examples: ['Time off from caring: short breaks, sitting services and replacement care.'],
    }),
    other_words: z
      .array(line(60))
      .min(1)
      .meta({
        description:
          'Other words that people use for it. Search finds the topic’s actions by them.',
        examples: [['respite', 'sitting service', 'day off']],
      }),
  })
  .meta({
    id: 'topic',
    title: 'Topic',
    description: 'What a carer comes for. Topics are this site’s own; no plan made them.',
  });

/** A topic as an editor writes it. */
export type TopicRecord = z.infer<typeof topicSchema>;
