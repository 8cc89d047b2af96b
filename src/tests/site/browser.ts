import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchOptions } from './find-chromium.ts';
import { serveSite } from './served-site.ts';

/** One page of each type, by what it is. */
export const pageTypes = {
  home: '/',
  plan: '/plans/doncaster/',
  theme: '/themes/don-2/',
  outcome: '/outcomes/don-2-1/',
  'action with several leads': '/actions/don-2-1-2/',
  'action with milestones and a long report': '/actions/nat-1-5/',
  'merged action': '/actions/nat-4-4/',
  register: '/actions/',
  leads: '/leads/',
  lead: '/leads/dhsc/',
  'due dates': '/due/',
  period: '/due/2018-2019/',
  topics: '/topics/',
  topic: '/topics/breaks/',
  statuses: '/statuses/',
  status: '/statuses/in-progress/',
  overdue: '/overdue/',
  gaps: '/gaps/',
  glossary: '/glossary/',
  search: '/search/',
  'not found': '/404.html',
} as const;

/**
 * A browser and a server for the tests of one file. Opens pages of the built site, each in a
 * context of its own, and sees to it that nothing is left open.
 */
export function useBrowser() {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    site = await serveSite();
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
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
  };
}

/** Runs `work` over all items, a few at a time, and hands back the results in order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  lanes = 4,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < items.length) {
        const index = next++;
        results[index] = await work(items[index]!);
      }
    }),
  );
  return results;
}
