import { z } from 'zod';
import { basis } from './basis.ts';
import { line, prose } from './text.ts';

/** An abbreviation or term that the plans use and a reader may not know: `glossary/<id>.yaml`. */
export const glossaryTermSchema = z
  .strictObject({
    term: line(60).meta({
      description: 'The abbreviation or term, as the plans write it.',
      examples: ['YLD'],
    }),
    stands_for: line(160)
      .optional()
      .meta({
        description:
          'What the abbreviation stands for. Left out where nobody says so, or where the entry is a whole word.',
        examples: ['Your Life Anytown'],
      }),
    other_forms: z
      .array(line(60))
      .min(1)
      .optional()
      .meta({
        description: 'Other spellings and plurals that the plans use.',
        examples: [['PSWs']],
      }),
    other_words: z
      .array(line(60))
      .min(1)
      .optional()
      .meta({
        description:
          'Words that people use for it and the plans do not. A search for them finds the actions that use the term.',
        examples: [['covid jab', 'vaccine']],
      }),
    meaning: prose.meta({
      description: 'What it is, in one or two plain sentences.',
      examples: ['A website with information for people who live in Anytown.'],
    }),
    basis,
  })
  .meta({
    id: 'glossary-term',
    title: 'Glossary entry',
    description: 'An abbreviation or term that a reader may not know.',
  });

/** A glossary entry as an editor writes it. */
export type GlossaryTermRecord = z.infer<typeof glossaryTermSchema>;
