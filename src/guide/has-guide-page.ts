import type { Site } from '../register/register.ts';

/** Whether a site has a page of the guide. */
export function hasGuidePage(id: string, { guide }: Pick<Site, 'guide'>): boolean {
  return !(guide?.leave_out as readonly string[] | undefined)?.includes(id);
}
