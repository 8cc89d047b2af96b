import { href } from './href.ts';

/** The address of a page or file of this site as other sites and programs need it: with the host. */
export function wholeHref(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
