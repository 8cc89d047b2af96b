import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { address } from '../domain/address.ts';
import { indexSite } from './index-site.ts';

/** Gives the finished site its search index. A build whose index is not whole fails. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const actionPage = new RegExp(`^${address.action('[^/]+')}$`);
        const actions = pages
          .map(({ pathname }) => `/${pathname}`)
          .filter((path) => actionPage.test(path));
        const { pages: count } = await indexSite(fileURLToPath(dir), actions);
        logger.info(`${count} pages can be found by search`);
      },
    },
  };
}
