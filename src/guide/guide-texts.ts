import type { MDXInstance } from 'astro';
import { guideIdOf } from './guide-heads.ts';

/** The text of a page of the guide. */
export type GuideText = Pick<MDXInstance<object>, 'Content' | 'getHeadings'>;

/** The page with the form has a route of its own, so that no other gets the form’s styles. */
const modules = import.meta.glob<GuideText>(['./*.mdx', '!./report.mdx'], { eager: true });

/** The texts of the guide’s pages by the names of their files, but for the one with the form. */
export const guideTexts: ReadonlyMap<string, GuideText> = new Map(
  Object.entries(modules).map(([path, text]) => [guideIdOf(path), text]),
);
