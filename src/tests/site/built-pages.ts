import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { builtSite } from './build-site.ts';

/** One page as it was built. */
export interface BuiltPage {
  /** Its address: `/actions/don-2-1-2/`. */
  address: string;
  html: string;
  readonly root: HTMLElement;
}

/** Those of the site that all tests look at are read once. */
let shared: readonly BuiltPage[] | undefined;

/**
 * Every page of a built site. What only sends readers on from an old address is none.
 *
 * @param site the folder of another site than the one that all tests look at
 * @param base the sub-path that it is published at, without a slash at the end
 */
export function builtPages(site?: string, base = ''): readonly BuiltPage[] {
  return site === undefined ? (shared ??= pagesIn(builtSite, '')) : pagesIn(site, base);
}

function pagesIn(site: string, base: string): BuiltPage[] {
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

/** Whether a path of the site leads to a built file. */
export function isBuilt(path: string, site = builtSite): boolean {
  return existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path));
}

/** The scripts that a page of the site runs, as one text: those that it names, and the parts that they load. */
export function scriptOf(page: BuiltPage): string {
  const named = page.root
    .querySelectorAll('script[src]')
    .map((script) => script.getAttribute('src')!.replace(/^.*\//, ''));
  const seen = new Set<string>();
  const parts = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const text = readFileSync(join(builtSite, '_astro', name), 'utf8');
      const more = [...text.matchAll(/(?:from|import)\s*\(?["']\.\/([^"']+\.js)["']/g)];
      return [text, ...parts(more.map(([, part]) => part!))];
    });
  return parts(named).join('\n');
}
