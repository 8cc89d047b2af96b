import { address } from '../domain/address.ts';
import { getRegister } from '../register/from-collections.ts';
import type { OwnPage } from '../register/register.ts';
import type { GuideHead } from './guide-head.ts';
import { guideHeads } from './guide-heads.ts';
import { inGuideOrder } from './guide-order.ts';
import { hasGuidePage } from './has-guide-page.ts';

/** One page of the list of the guide: one that comes with the program, or one of the site’s own. */
export interface ListedPage {
  title: string;
  description: string;
  url: string;
}

/**
 * The pages of the guide that come with the program and that the site has, in the order of the list;
 * of two with the same place, by the names of their files. One that the site wrote anew is not there.
 */
export async function guidePages(): Promise<GuideHead[]> {
  const { pages: own, site } = await getRegister();
  return inGuideOrder(guideHeads).filter(
    ({ id }) => hasGuidePage(id, site) && !own.some((page) => page.id === id),
  );
}

/** The site’s own pages that are pages of the guide, whether they are listed there or elsewhere. */
export function ownGuidePages(pages: readonly OwnPage[]): OwnPage[] {
  return pages.filter(({ url }) => url.startsWith(address.guides));
}

/** What the list of the guide shows: its own order, with a site’s own pages in their places or at the end. */
export async function listedPages(): Promise<ListedPage[]> {
  const { pages: own, site } = await getRegister();
  const listed = own.filter((page) => page.in === 'guide');
  const all = guideHeads.filter(({ id }) => hasGuidePage(id, site));
  const ours = inGuideOrder(all).map(
    ({ id, title, description }): ListedPage =>
      listed.find((page) => page.id === id) ?? { title, description, url: address.guide(id) },
  );
  return [...ours, ...listed.filter((page) => !ours.includes(page))];
}
