import { z } from 'astro/zod';

/** What is at the head of a guide page’s file. */
export const guidePageSchema = z.strictObject({
  /** The page’s title and main heading. */
  title: z.string().min(1).max(60),
  /** One or two sentences for search engines, chats and the list of guide pages. */
  description: z.string().min(1).max(160),
  /** Its place in the list; pages may share one. */
  order: z.int().positive(),
});
