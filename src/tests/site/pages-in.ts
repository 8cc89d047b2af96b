import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** One page as it was built. */
export interface BuiltPage {
  /** Its address: `/actions/don-2-1-2/`. */
  address: string;
  html: string;
  readonly root: HTMLElement;
}

/**
 * Every page of a built site. What only sends readers on from an old address is none.
 *
 * @param site its folder
 * @param base the sub-path that it is published at, without a slash at the end
 */
export function pagesIn(site: string, base = ''): readonly BuiltPage[] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, html: readFileSync(join(site, path), 'utf8') }))
    .filter(({ html }) => !/<meta[^>]*http-equiv="refresh"/.test(html))
    .map(({ path, html }): BuiltPage => {
      let root: HTMLElement | undefined;
      return {
        address: `${base}/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
        html,
        // Few tests look into every page.
        get root() {
          return (root ??= parse(html));
        },
      };
    })
    .sort((a, b) => a.address.localeCompare(b.address));
  if (pages.length === 0) throw new Error('No page was built, so there is nothing to test.');
  return pages;
}

/** Where the links of a page lead within the site: a path, and a fragment or ''. */
export function internalLinks(page: BuiltPage): { path: string; fragment: string }[] {
  const attributes = [
    ['a', 'href'],
    ['link', 'href'],
    ['use', 'href'],
    ['script', 'src'],
    ['img', 'src'],
    ['form', 'action'],
  ] as const;
  return attributes.flatMap(([tag, attribute]) =>
    page.root
      .querySelectorAll(tag)
      .map((element) => element.getAttribute(attribute))
      .filter((value) => value !== undefined)
      .map((value) => new URL(value, `https://site.invalid${page.address}`))
      .filter((url) => url.host === 'site.invalid')
      .map((url) => ({
        path: decodeURI(url.pathname),
        fragment: decodeURIComponent(url.hash.slice(1)),
      })),
  );
}

/** Whether a path of a site leads to a built file. */
export function isBuilt(path: string, site: string): boolean {
  return existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path));
}
