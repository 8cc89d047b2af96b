import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchOptions } from './find-chromium.ts';
import { inParallel } from './in-parallel.ts';
import { serveSite } from './served-site.ts';

/** What all files that a worker runs share, since starting it takes longer than most tests. It ends with the worker. */
const shared: { browser?: Promise<Browser>; site?: ReturnType<typeof serveSite> } = {};

/**
 * A browser and a server for the tests of one file. Opens pages of the built site, each in a
 * context of its own, and sees to it that nothing is left open.
 *
 * @param folder the built site, where it is not the one that all tests share
 */
export function useBrowser(folder?: string) {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    browser = await (shared.browser ??= chromium.launch(launchOptions()));
    site = await (folder === undefined ? (shared.site ??= serveSite()) : serveSite(folder));
  });
  afterAll(async () => {
    if (folder !== undefined) await site.close();
  });
  return {
    origin: () => site.origin,
    /** Opens an address in a fresh context, hands the page to `use`, and closes it. */
    async visit<T>(
      address: string,
      use: (page: Page) => Promise<T>,
      options: BrowserContextOptions = {},
    ): Promise<T> {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      try {
        const page = await context.newPage();
        await page.goto(site.origin + address);
        return await use(page);
      } finally {
        await context.close();
      }
    },
    /**
     * Goes through many addresses with a few pages that stay open, which is much quicker than a
     * fresh context for each. Hands back what `use` finds on each, in order.
     *
     * @param script a file that every page runs before its own scripts
     */
    async visitAll<T>(
      addresses: readonly string[],
      use: (page: Page, address: string) => Promise<T>,
      { script, ...options }: BrowserContextOptions & { script?: string } = {},
    ): Promise<T[]> {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      if (script !== undefined) await context.addInitScript({ path: script });
      const idle = await Promise.all([context.newPage(), context.newPage()]);
      try {
        return await inParallel(
          addresses,
          async (address) => {
            const page = idle.pop()!;
            await page.goto(site.origin + address);
            const found = await use(page, address);
            idle.push(page);
            return found;
          },
          idle.length,
        );
      } finally {
        await context.close();
      }
    },
    /**
     * Shows the mark-up of many addresses in pages that stay open. A script that is loaded once is
     * then there for all of them, and warm: a large one takes half as long as where each page loads
     * it anew. The scripts of the pages do not run. Hands back what `use` finds on each, in order.
     *
     * @param script a file that every page runs before its own scripts
     */
    async showAll<T>(
      addresses: readonly string[],
      use: (page: Page) => Promise<T>,
      script: string,
    ): Promise<T[]> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await context.addInitScript({ path: script });
      const idle = await Promise.all([context.newPage(), context.newPage()]);
      try {
        for (const page of idle) await page.goto(site.origin);
        return await inParallel(
          addresses,
          async (address) => {
            const page = idle.pop()!;
            await page.evaluate(showMarkup, site.origin + address);
            const found = await use(page);
            idle.push(page);
            return found;
          },
          idle.length,
        );
      } finally {
        await context.close();
      }
    },
  };
}

/** Puts the mark-up of another page of the site in the place of this one’s, styles and address included. */
async function showMarkup(address: string): Promise<void> {
  const answer = await fetch(address);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const root = document.importNode(next.documentElement, true);
  const styles = [...root.querySelectorAll('link[rel="stylesheet"]')].map(
    (link) =>
      new Promise((done, failed) => {
        link.addEventListener('load', done);
        link.addEventListener('error', failed);
      }),
  );
  history.replaceState(null, '', address);
  document.documentElement.replaceWith(root);
  await Promise.all(styles);
}
