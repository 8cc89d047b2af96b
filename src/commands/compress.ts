import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** The files that grow much smaller; pictures, fonts, workbooks and the search index do not. */
const text = /\.(?:atom|css|csv|html|ics|js|json|svg|txt|xml)$/;

/** Compressing a smaller file saves nothing. */
const fewest = 500;

/** How many files are compressed at once: node does it in four threads. */
const atOnce = 16;

/**
 * Puts a compressed form beside each file of a built site, as `page.html.br` and `page.html.gz`, so
 * that a server of one’s own need not make it for each reader. Hosts such as GitHub Pages make it
 * themselves, so it is done where it is asked for.
 *
 * @returns how many files were compressed
 */
export async function compressFiles(folder: string): Promise<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && text.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  let done = 0;
  for (let from = 0; from < files.length; from += atOnce) {
    const made = await Promise.all(files.slice(from, from + atOnce).map(compress));
    done += made.filter(Boolean).length;
  }
  return done;
}

async function compress(file: string): Promise<boolean> {
  const content = readFileSync(file);
  if (content.length < fewest) return false;
  const params = {
    // Higher levels save a few per cent more, and take many times as long.
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [brotli, gzipped] = await Promise.all([
    inBrotli(content, { params }),
    inGzip(content, { level: 9 }),
  ]);
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipped);
  return true;
}
