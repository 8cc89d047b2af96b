import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchOptions } from './find-chromium.ts';
import { inParallel } from './in-parallel.ts';
import { serveSite } from './served-site.ts';

/** What all files that a worker runs share, since starting it takes longer than most tests. It ends with the worker. */
const shared: {
  browser?: Promise<Browser>;
  undrawn?: Promise<Browser>;
  site?: ReturnType<typeof serveSite>;
} = {};

/** A browser that draws nothing: what is judged without looking or clicking takes half as long in it. */
const withoutDrawing = () =>
  (shared.undrawn ??= chromium.launch(launchOptions({ drawing: false })));

const desktop = { viewport: { width: 1280, height: 900 } };

/** What a test may listen to on a page that it is lent. */
const events = ['request', 'response', 'console', 'pageerror', 'dialog', 'popup'] as const;

/**
 * A browser and a server for the tests of one file. Opens pages of the built site, and sees to it
 * that nothing is left open.
 *
 * @param folder the built site, where it is not the one that all tests share
 */
export function useBrowser(folder?: string) {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  /** A page that is lent again and again, for opening one takes longer than what most tests do with it. */
  let kept: Page | undefined;
  beforeAll(async () => {
    browser = await (shared.browser ??= chromium.launch(launchOptions()));
    site = await (folder === undefined ? (shared.site ??= serveShared()) : serveSite(folder));
  });
  afterAll(async () => {
    await kept?.context().close();
    if (folder !== undefined) await site.close();
  });
  /** Lends a page of a fresh context, and closes it. */
  async function alone<T>(
    use: (page: Page) => Promise<T>,
    options: BrowserContextOptions,
  ): Promise<T> {
    const context = await browser.newContext({ ...desktop, ...options });
    try {
      return await use(await context.newPage());
    } finally {
      await context.close();
    }
  }
  return {
    origin: () => site.origin,
    /**
     * Opens an address on a wide screen, in a page that other tests of the file had before: of them
     * it knows what a browser keeps of a site, which is what it has fetched.
     */
    async visit<T>(address: string, use: (page: Page) => Promise<T>): Promise<T> {
      const page = (kept ??= await (await browser.newContext(desktop)).newPage());
      try {
        await page.goto(site.origin + address);
        return await use(page);
      } catch (error) {
        await page.context().close();
        kept = undefined;
        throw error;
      } finally {
        await page.unrouteAll();
        for (const event of events) page.removeAllListeners(event);
      }
    },
    /**
     * Opens an address in a fresh context, for tests that need another screen or another browser,
     * that change it, or that count what is fetched.
     */
    visitAlone<T>(
      address: string,
      use: (page: Page) => Promise<T>,
      options: BrowserContextOptions = {},
    ): Promise<T> {
      return alone(async (page) => {
        await page.goto(site.origin + address);
        return use(page);
      }, options);
    },
    /**
     * Goes through many addresses with a few pages that stay open, which is much quicker than a
     * fresh context for each. They are laid out but not drawn, so that nothing can be clicked. Hands
     * back what `use` finds on each, in order.
     *
     * @param script a file that every page runs before its own scripts
     */
    async visitAll<T>(
      addresses: readonly string[],
      use: (page: Page, address: string) => Promise<T>,
      { script, ...options }: BrowserContextOptions & { script?: string } = {},
    ): Promise<T[]> {
      const context = await (await withoutDrawing()).newContext({ ...desktop, ...options });
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
      use: (page: Page, index: number) => Promise<T>,
      script: string,
    ): Promise<T[]> {
      const context = await (await withoutDrawing()).newContext(desktop);
      await context.addInitScript({ path: script });
      const idle = await Promise.all([context.newPage(), context.newPage()]);
      try {
        for (const page of idle) await page.goto(site.origin);
        return await inParallel(
          addresses,
          async (address, index) => {
            const page = idle.pop()!;
            await page.evaluate(showMarkup, site.origin + address);
            const found = await use(page, index);
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

/** Other sites do not wait until this one is built. */
async function serveShared() {
  const { builtSite } = await import('./built-site.ts');
  return serveSite(builtSite);
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
