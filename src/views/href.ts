/** The address of a page or file of this site as a link needs it: under the sub-path that the site is published at, if any. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The same as other sites and programs need it: with the host. */
export function wholeHref(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}

/** The address of a calendar as programs want it that keep it up to date. */
export function webcalHref(path: string): string {
  return wholeHref(path).replace(/^https?:/, 'webcal:');
}
