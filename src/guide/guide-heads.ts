import { z } from 'astro/zod';
import { parse } from 'yaml';
import { guideHeadSchema, type GuideHead } from './guide-head.ts';

/**
 * Only what is at their heads, so that a page that lists them does not get the styles of all. They are
 * no content collection: for one, Astro starts a second server before each build, which takes longer
 * than making the pages of two plans.
 */
const texts = import.meta.glob<string>('./*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every page of the guide that comes with the program. */
export const guideHeads: readonly GuideHead[] = Object.entries(texts).map(([path, text]) => {
  const id = guideIdOf(path);
  return { id, ...headOf(id, text) };
});

/** The name of a page’s file, from its path. */
export function guideIdOf(path: string): string {
  return path.replace(/^\.\/|\.mdx$/g, '');
}

/** @throws if what is at the head of a file is not what the schema asks for */
function headOf(id: string, text: string): Omit<GuideHead, 'id'> {
  const head: unknown = parse(/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '');
  const { data, error } = guideHeadSchema.safeParse(head);
  if (data !== undefined) return data;
  throw new Error(`The head of src/guide/${id}.mdx is not whole.\n${z.prettifyError(error)}`);
}
