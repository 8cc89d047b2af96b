import { z } from 'astro/zod';

/** What is at the head of a guide page’s file. */
export const guidePageSchema = z.strictObject({
  /** The page’s title and main heading. */
  title: z.string().min(1).max(60),
  /** One or two sentences for search engines, chats and the list of guide pages. */
  description: z.string().min(1).max(160),
  /** Its place in the list; pages may share one. */
  order: z.int().positive(),
  /** When a statement was first written, as an ISO day. */
  prepared: z.iso.date().optional(),
  /** When a statement was last held against the site, as an ISO day. */
  reviewed: z.iso.date().optional(),
});
