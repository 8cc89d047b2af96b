/**
 * One thing has several addresses: its page, its data, its calendar, its feed, and its page for
 * other sites’ frames. When the page moves, they go with it.
 */

/** The page that a file or embedded page belongs to, and how to get from a page to that form of it. */
export interface Form {
  page: string;
  of(page: string): string;
}

/** Undefined for a page, and for a file that belongs to none. */
export function formOf(address: string): Form | undefined {
  const file = /^(\/(?:actions|plans|leads)\/[^/]+)\.(json|ics|atom)$/.exec(address);
  if (file) {
    const [, stem = '', type = ''] = file;
    return { page: `${stem}/`, of: (page) => `${page.slice(0, -1)}.${type}` };
  }
  const embedded = /^\/embed\/(?:((?:plans|leads)\/[^/]+)|([^/]+))\/$/.exec(address);
  if (embedded) {
    const [, path, action = ''] = embedded;
    return {
      page: path === undefined ? `/actions/${action}/` : `/${path}/`,
      of: (page) => `/embed${page.replace(/^\/actions\//, '/')}`,
    };
  }
  return undefined;
}
