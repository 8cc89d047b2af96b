import { z } from 'astro/zod';

/** What is at the head of a guide page’s file. */
export const guideHeadSchema = z.strictObject({
  /** The page’s title and main heading. */
  title: z.string().min(1).max(60),
  /** One or two sentences for search engines, chats and the list of guide pages. */
  description: z.string().min(1).max(160),
  /** Its place in the list; pages may share one. */
  order: z.int().positive(),
});

/** A page of the guide that comes with the program, without its text. */
export interface GuideHead extends z.infer<typeof guideHeadSchema> {
  /** The name of its file. */
  id: string;
}
