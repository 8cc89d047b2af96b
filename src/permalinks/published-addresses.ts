import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of files that people do not link to, because a program makes their names. */
const passedOver = new Set(['/.prerender/', '/_astro/', '/pagefind/', '/previews/']);

/** The same elsewhere, and files for hosts. */
const notRecorded = [
  /^\/actions\/register\.json$/,
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
  return [...addressesBelow(folder, '/')]
    .filter((address) => !notRecorded.some((pattern) => pattern.test(address)))
    .sort();
}

function* addressesBelow(folder: string, address: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isFile()) yield name === 'index.html' ? address : address + name;
    const inner = `${address}${name}/`;
    if (entry.isDirectory() && !passedOver.has(inner)) {
      yield* addressesBelow(join(folder, name), inner);
    }
  }
}
