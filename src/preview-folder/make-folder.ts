import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { firstPage, siteFolder, type AboutPreview } from './first-page.ts';
import { pageForDisk } from './page-for-disk.ts';
import { classicScript, helperScript, scriptOfFile } from './scripts.ts';

/** The page that a reviewer opens. */
export const firstFile = 'Open me.html';

/** What only hosts and search engines read, and the page that only hosts show. */
const forHosts =
  /^(?:_headers|_redirects|404\.html|robots\.txt|sitemap[^/]*\.xml|\.nojekyll|\.well-known\/.*)$|\.(?:br|gz)$/;

/** What the scripts of pages ask for. */
const asked =
  /^(?:pagefind\/(?:[^/]+\.json|(?:index|filter|fragment)\/.*)|actions\/(?:register\/)?[^/]+\.json|actions\/page\/\d+\/index\.html|data\/actions\.csv)$/;

/** What only scripts read. */
const forScripts = /^pagefind\//;

/** The script that every page with a script loads first; its folder is one below that of the site. */
const helper = '_astro/from-disk.js';

/**
 * Makes of a built site a folder that opens from the disk: a first page that says what it is, and
 * beside it a folder with the site, in which every link leads to a file.
 *
 * @param built the built site, as a host would have it
 * @param folder where to put it; what is there stays
 */
export async function makePreviewFolder(
  built: string,
  folder: string,
  about: AboutPreview,
): Promise<void> {
  const paths = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(slashes(built), slashes(join(entry.parentPath, entry.name))))
    .filter((path) => !forHosts.test(path));
  const kept = new Set(paths.filter((path) => !forScripts.test(path)));
  const has = (path: string) => kept.has(path);
  const { site } = about;
  const from = (path: string) => join(built, path);
  const write = (path: string, content: string) => {
    const file = join(folder, siteFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

  const scripts = new Set<string>();
  for (const path of kept) {
    if (path.endsWith('.html')) {
      const html = readFileSync(from(path), 'utf8');
      for (const [, script] of html.matchAll(/<script (?:async )?type="module" src="([^"]+)"/g)) {
        scripts.add(script!.slice(site.pathname.length));
      }
      write(path, pageForDisk(html, { path, site, has, helper }));
    } else if (path.endsWith('.css')) {
      write(path, styleForDisk(readFileSync(from(path), 'utf8'), site, built));
    } else if (!/^_astro\/.*\.(?:js|woff2)$/.test(path)) {
      mkdirSync(dirname(join(folder, siteFolder, path)), { recursive: true });
      copyFileSync(from(path), join(folder, siteFolder, path));
    }
  }
  if (scripts.size > 0) write(helper, await helperScript());
  for (const path of scripts) write(path, await classicScript(from(path), site.pathname + path));
  for (const path of paths.filter((path) => asked.test(path))) {
    write(`_asked/${path}.js`, scriptOfFile(path, readFileSync(from(path))));
  }
  writeFileSync(join(folder, firstFile), firstPage(about, stylesOf(built, site), has));
}

/** Not every browser lets a page from the disk load a font from it, so the font is in the style. */
function styleForDisk(style: string, site: URL, built: string): string {
  return style.replaceAll(/url\(([^)"']+\.woff2)\)/g, (whole, address: string) => {
    const file = join(built, address.slice(site.pathname.length));
    if (!existsSync(file)) return whole;
    return `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`;
  });
}

function stylesOf(built: string, site: URL): string[] {
  const home = readFileSync(join(built, 'index.html'), 'utf8');
  return [...home.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, address]) =>
    address!.slice(site.pathname.length),
  );
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
