import { getCollection } from 'astro:content';

/** Every guide page, in the order of the list; of two with the same place, by the names of their files. */
export async function guidePages() {
  const pages = await getCollection('guide');
  return pages.sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
}
