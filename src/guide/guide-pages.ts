import { getCollection } from 'astro:content';

/** Every guide page, in the order of the list. */
export async function guidePages() {
  const pages = await getCollection('guide');
  return pages.sort((a, b) => a.data.order - b.data.order);
}
