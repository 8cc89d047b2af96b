import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What people do not link to: files whose names a program makes, and files for hosts. */
const notRecorded = [
  /^\/\.prerender\//,
  /^\/actions\/register\.json$/,
  /^\/_astro\//,
  /^\/pagefind\//,
  /^\/previews\//,
  /^\/_(headers|redirects)$/,
  /^\/404\.html$/,
  /\.(?:br|gz)$/,
  /^\/favicon\.\w+$/,
  /^\/sitemap-\d+\.xml$/,
  // A list has fewer pages when its promises are kept. Only the register never grows shorter.
  /^\/(?!actions\/).+\/page\/\d+\/$/,
];

/** Every address of a finished build that somebody may link to, sorted. */
export function publishedAddresses(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((path) => `/${path}`.replace(/\/index\.html$/, '/'))
    .filter((address) => !notRecorded.some((pattern) => pattern.test(address)))
    .sort();
}
