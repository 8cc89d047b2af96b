import { z } from 'zod';
import { asPattern, line, prose, refusal } from './text.ts';

/** A whole number from 1 to 999, as text like every value of a record. */
const placeInList = z.string().superRefine((text, context) => {
  if (/^[1-9]\d{0,2}$/.test(text)) return;
  context.addIssue(
    refusal(`“${text}” is not a place in a list.`, 'Write a whole number from 1 to 999.'),
  );
});

const twoAges = /^(\d{1,3}) to (\d{1,3})$/;

/** Two ages in years, the lower one first. */
const ages = z
  .string()
  .superRefine((text, context) => {
    const [, from, to] = twoAges.exec(text) ?? [];
    if (from !== undefined && Number(from) <= Number(to)) return;
    const typed = (text.match(/\d+/g) ?? []).map(Number).toSorted((a, b) => a - b);
    const [low, high = Infinity] = typed;
    const meant = typed.length === 2 && high < 150 ? `${low} to ${high}` : undefined;
    context.addIssue(
      refusal(
        `“${text}” is not two ages with “to” between them, the lower one first.`,
        meant === undefined
          ? 'Write the lowest and the highest age in years, such as  ages: 5 to 17'
          : `Write  ages: ${meant}`,
      ),
    );
  })
  .meta(asPattern(twoAges));

/** What a reader comes for, in a reader’s own words: `topics/<id>.yaml`. */
export const topicSchema = z
  .strictObject({
    title: line(60).meta({
      description: 'The topic in words that a reader would say.',
      examples: ['Books and reading'],
    }),
    covers: prose.meta({
      description: 'What belongs to this topic, in one or two plain sentences.',
      examples: ['Borrowing books, reading groups and help with reading.'],
    }),
    other_words: z
      .array(line(60))
      .min(1)
      .meta({
        description:
          'Other words that people use for it. Search finds the topic’s actions by them.',
        examples: [['library', 'story time', 'audiobooks']],
      }),
    place: placeInList.optional().meta({
      description:
        'Where it is in the list of topics: what people need most has 1. Topics without a place follow, by their titles.',
      examples: ['1'],
    }),
    not_here: prose.optional().meta({
      description:
        'What no plan on this site promises about it, in one or two plain sentences. Write it only after a look through the plans.',
      examples: ['No plan here promises a library in every village.'],
    }),
    ages: ages.optional().meta({
      description:
        'The ages of the people that the topic is for. Then a search for “I am 15” finds it.',
      examples: ['5 to 17'],
    }),
  })
  .meta({
    id: 'topic',
    title: 'Topic',
    description: 'What a reader comes for. Topics are this site’s own; no plan made them.',
  });

/** A topic as an editor writes it. */
export type TopicRecord = z.infer<typeof topicSchema>;
