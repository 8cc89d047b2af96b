import { posix } from 'node:path';

/** Where a page is, and what is around it. */
export interface Surroundings {
  /** The page’s path in the site: `actions/don-2-1-2/index.html`. */
  path: string;
  /** Where the site would be published, with any sub-path. */
  site: URL;
  /** Whether the folder has a file of this path. */
  has: (path: string) => boolean;
  /** The path of the script that every page with a script needs first. */
  helper: string;
}

const tags = /<!--[^]*?-->|<([a-z][a-z0-9-]*)((?:"[^"]*"|[^">])*)>/gi;
const leads = /(?<=\s(?:href|src|action)=")[^"]*(?=")/;

/**
 * A page of the site as a browser can open it from the disk. Links lead to files, from where the page
 * is. Scripts are no modules, which browsers load from websites alone. The page’s policy, which knows
 * no files, and fonts fetched ahead are left out.
 *
 * @param html attributes are in double quotes, as Astro writes them
 */
export function pageForDisk(html: string, surroundings: Surroundings): string {
  const { site, helper } = surroundings;
  let isHelped = false;
  return html.replaceAll(tags, (tag: string, name?: string, attributes = '') => {
    switch (name?.toLowerCase()) {
      case undefined:
        return tag;
      case 'meta':
        if (/http-equiv="Content-Security-Policy"/i.test(attributes)) return '';
        return /http-equiv="refresh"/i.test(attributes)
          ? tag.replace(/(?<=url=)[^"]*/i, (to) => linkFrom(surroundings, to))
          : tag;
      case 'link':
        if (/\srel="preload"/.test(attributes)) return '';
        // What a program takes for the page’s own address is the published one.
        if (/\srel="canonical"/.test(attributes)) return tag;
        break;
      case 'script': {
        if (!/\stype="module"/.test(attributes)) break;
        const first = isHelped
          ? ''
          : `<script defer src="${posix.relative(posix.dirname(surroundings.path), helper)}" data-base="${site.pathname}"></script>`;
        isHelped = true;
        const script = tag.replace(/\sasync(?=[\s>])/, '').replace(/\stype="module"/, ' defer');
        return first + script.replace(leads, (to) => linkFrom(surroundings, to));
      }
    }
    return tag.replace(leads, (to) => linkFrom(surroundings, to));
  });
}

/** Where a link leads in the folder; as it was, and whole, where that is not in it. */
function linkFrom({ path, site, has }: Surroundings, written: string): string {
  const to = written.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
  if (to.startsWith('#') || !URL.canParse(to, site)) return written;
  const { origin, pathname, search, hash, href } = new URL(to, new URL(path, site));
  if (origin !== site.origin || !pathname.startsWith(site.pathname)) return written;
  const file = decoded(pathname.slice(site.pathname.length))?.replace(/(?<=^|\/)$/, 'index.html');
  if (file === undefined || !has(file)) return href.replaceAll('&', '&amp;');
  const relative = posix.relative(posix.dirname(path), file);
  const encoded = relative.split('/').map(encodeURIComponent).join('/');
  return (encoded + search + hash).replaceAll('&', '&amp;');
}

/** The path of a file, with its spaces and marks; undefined where a link is none that a host could read. */
function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
