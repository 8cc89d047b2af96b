import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteDate } from '../domain/site-date.ts';
import { takeSizesFrom, type WholeSizes } from '../exports/whole-files.ts';
import { allPagesAreThere } from '../files/pages-to-come.ts';
import { Thread } from '../files/thread.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { readOnce } from '../register/integration.ts';
import type { BesidePagesTask } from './beside-pages-thread.ts';
import type { PagesInMaking } from './pages-at-once.ts';

/**
 * Writes the data, calendars, feeds and frames of each thing of the register, and the search index, in
 * a thread of their own while pages are being made.
 *
 * @param pages that are being made
 * @returns what waits for the files, and what waits for the index, which others need not wait for
 */
export function filesBesidePages(
  pages: PagesInMaking,
): [files: AstroIntegration, index: AstroIntegration] {
  let folder: string;
  let site: URL;
  let output: string;
  let thread: Thread | undefined;
  pages.onAddresses((addresses) => thread?.tell(addresses));
  const files: AstroIntegration = {
    name: 'files-beside-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
        site = new URL(config.base.replace(/\/?$/, '/'), config.site);
        output = fileURLToPath(config.outDir);
      },
      // Astro has emptied the folder before this.
      'astro:build:setup': ({ target }) => {
        // Those who read the records first tell of their problems.
        const { records } = readOnce(folder);
        if (target !== 'server' || records === undefined) return;
        const today = siteDate(process.env);
        const task: BesidePagesTask = { records, today, site: site.href, output };
        thread = new Thread(new URL('beside-pages-thread.ts', import.meta.url), task);
        const sizes = thread.next<WholeSizes>();
        // Where it fails before a page asks, the end of the build tells of it.
        sizes.catch(() => undefined);
        takeSizesFrom(sizes);
      },
      'astro:build:generated': () => {
        takeSizesFrom(undefined);
        thread?.tell(allPagesAreThere);
      },
      'astro:build:done': async ({ logger }) => {
        const written = await thread?.next<number>();
        if (written === undefined) return;
        logger.info(`${written} data files, calendars, feeds and frames were written`);
      },
    },
  };
  const index: AstroIntegration = {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        const found = await thread?.next<number>();
        if (found !== undefined) logger.info(`${found} pages can be found by search`);
      },
    },
  };
  return [files, index];
}
