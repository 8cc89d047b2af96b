import type { GuideHead } from './guide-head.ts';

/** The pages in the order of the list; of two with the same place, by the names of their files. */
export function inGuideOrder<P extends Pick<GuideHead, 'id' | 'order'>>(pages: readonly P[]): P[] {
  return pages.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
