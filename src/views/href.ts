/** The address of a page or file of this site as a link needs it: under the sub-path that the site is published at, if any. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
