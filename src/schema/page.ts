import { z } from 'zod';
import { line } from './text.ts';

/** Where a page of the site’s own is listed: `in` at the head of its file. */
const pagePlaces = ['header', 'footer', 'guide'] as const;

/**
 * A page that those who run the site have written: `pages/<id>.mdx`, with these lines at its head and
 * its text in Markdown below. One that has the name of a page of the guide takes its place.
 */
export const pageSchema = z
  .strictObject({
    title: line(60).meta({
      description: 'The title of the page and its main heading.',
      examples: ['How we chose these actions'],
    }),
    description: line(160).meta({
      description: 'What is on the page, in one plain sentence, for search engines and chats.',
      examples: ['Who wrote the plan, and whom they asked.'],
    }),
    in: z
      .enum(pagePlaces)
      .optional()
      .meta({
        description: 'Where the page is listed; in the footer where this is left out.',
        examples: ['footer'],
      }),
    body: z
      .string()
      .meta({ description: 'The text of the page: all that is below the second line of dashes.' }),
  })
  .meta({
    id: 'page',
    title: 'Page',
    description: 'A page of the site’s own: lines at its head, and its text in Markdown below.',
  });

/** A page as its author typed it. */
export type PageRecord = z.infer<typeof pageSchema>;
