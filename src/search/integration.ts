import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PagesInMaking } from '../build/pages-at-once.ts';
import { siteDate } from '../domain/site-date.ts';
import { allPagesAreThere } from '../files/pages-to-come.ts';
import { Thread } from '../files/thread.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { readOnce } from '../register/integration.ts';
import type { IndexerTask } from './indexer.ts';

/**
 * Makes the site’s search index of its records while its pages are being made. Only the guide, which
 * no record holds, is read from its pages. A build whose index is not whole fails.
 *
 * @param pages that are being made
 */
export function searchIndex(pages: PagesInMaking): AstroIntegration {
  let folder: string;
  let output: string;
  let indexer: Thread | undefined;
  pages.onAddresses((addresses) => indexer?.tell(addresses));
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
        output = fileURLToPath(config.outDir);
      },
      'astro:build:setup': ({ target }) => {
        // Those who read the records first tell of their problems.
        const { records } = readOnce(folder);
        if (target !== 'server' || records === undefined) return;
        const task: IndexerTask = { records, today: siteDate(process.env), output };
        indexer = new Thread(new URL('indexer.ts', import.meta.url), task);
      },
      'astro:build:generated': () => {
        indexer?.tell(allPagesAreThere);
      },
      'astro:build:done': async ({ logger }) => {
        if (indexer === undefined) return;
        logger.info(`${await indexer.next<number>()} pages can be found by search`);
      },
    },
  };
}
