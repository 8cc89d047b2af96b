import type { MDXInstance } from 'astro';

type Module = Pick<MDXInstance<object>, 'Content'>;

/** `own-pages` is the folder of the site’s own pages; see astro.config.mjs. */
const modules = import.meta.glob<Module>('own-pages/*.mdx');

/**
 * What shows the text of a page of the site’s own. The lines at its head are read and checked with the
 * records.
 *
 * @param id the name of its file
 */
export async function ownPageContent(id: string): Promise<Module['Content']> {
  const path = Object.keys(modules).find((path) => path.endsWith(`/${id}.mdx`));
  const { Content } = await modules[path!]!();
  return Content;
}
