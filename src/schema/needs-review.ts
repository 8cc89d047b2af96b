import { z } from 'zod';
import { line } from './text.ts';

/** What a question that an import left open is about. */
const reviewFields = [
  'title',
  'reference',
  'promise',
  'theme',
  'outcome',
  'leads',
  'due',
  'measures',
  'status',
  'progress',
  'other',
] as const;

/** A part of a record that such a question is about. */
export type ReviewField = (typeof reviewFields)[number];

const openQuestion = z.strictObject({
  field: z.enum(reviewFields).meta({
    description: 'Which part of the record the question is about.',
    examples: ['due'],
  }),
  found: line(600)
    .optional()
    .meta({
      description: 'The words of the source that could not be read for certain.',
      examples: ['By summer'],
    }),
  question: line(400).meta({
    description: 'What a person has to say or look at.',
    examples: ['When is this due? Write the date, or take this question out.'],
  }),
});

/** The questions that an import could not answer. While one is open, pages show the source’s own words and claim nothing. */
export const needsReview = z.array(openQuestion).min(1).meta({
  description:
    'Questions that the import left for a person. Take each one out once it is answered.',
});
