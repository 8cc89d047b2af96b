import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOnAPage } from '../../browse/register-pages.ts';
import { madeUpRecords } from '../fixtures/made-up-records.ts';
import { writeRecords } from '../fixtures/write-records.ts';
import { buildFolder, folderForBuilds } from './build-folder.ts';
import { useBrowser } from './browser.ts';

/** Enough for two pages of the register, and of what has no news for a year. */
const number = rowsOnAPage + 120;
/** So many of a large register are shown at a time, where something is asked for. */
const rowsAtOnce = 100;
const place = folderForBuilds('large-register');
const site = join(place, 'site');

beforeAll(() => {
  writeRecords(madeUpRecords(number), join(place, 'data'));
  const { built, told } = buildFolder(join(place, 'data'), site);
  if (!built) throw new Error(told);
}, 240_000);
afterAll(() => {
  rmSync(place, { recursive: true });
});

const { visit, origin, visitAlone } = useBrowser(site);

const shown = (page: Page) =>
  page.locator('#register tbody tr:visible').evaluateAll((rows) => rows.map((row) => row.id));
const count = (page: Page) => page.locator('#browse-count').textContent();

test('without JavaScript, links lead through all pages, and each action is on one', async () => {
  const ids = await visitAlone(
    '/actions/',
    async (page) => {
      const found = await shown(page);
      for (;;) {
        const next = page.locator('#register-pages a[rel="next"]');
        if ((await next.count()) === 0) return found;
        await next.click();
        found.push(...(await shown(page)));
      }
    },
    { javaScriptEnabled: false },
  );
  expect(ids.length).toBe(number);
  expect(new Set(ids).size).toBe(number);
});

test('nothing but the first page is fetched until a reader asks for something', async () => {
  await visit('/actions/', async (page) => {
    const fetched: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/actions/')) fetched.push(pathname);
    });
    expect((await shown(page)).length).toBe(rowsOnAPage);
    expect(fetched).toEqual([]);
    await page.locator('#browse-words').fill(`number ${number - 1}`);
    await expect.poll(() => count(page)).toBe(`1 of ${number} promises are shown.`);
    await expect.poll(() => shown(page)).toHaveLength(1);
    expect(fetched).toEqual(['/actions/register.json', '/actions/page/2/']);
    expect(await page.locator('#register-pages').isVisible()).toBe(false);
  });
});

test('what is asked for is shown in parts, and “Show more” goes on where the last ended', async () => {
  await visit('/actions/?sort=-due', async (page) => {
    await expect
      .poll(() => count(page))
      .toBe(`${number} of ${number} promises match. The first ${rowsAtOnce} are shown.`);
    await expect.poll(() => shown(page)).toHaveLength(rowsAtOnce);
    const first = await shown(page);
    await page.locator('#browse-more').click();
    await expect.poll(() => shown(page)).toHaveLength(2 * rowsAtOnce);
    const all = await shown(page);
    expect(all.slice(0, rowsAtOnce)).toEqual(first);
    const focused = page.locator(`[id="${all[rowsAtOnce]!}"] a`);
    await expect.poll(() => focused.evaluate((link) => link === document.activeElement)).toBe(true);
    for (let more = 3; more * rowsAtOnce < number + rowsAtOnce; more++) {
      await page.locator('#browse-more').click();
      await expect.poll(() => shown(page)).toHaveLength(Math.min(number, more * rowsAtOnce));
    }
    expect(await page.locator('#browse-more').isVisible()).toBe(false);
  });
});

test('the pages come back when all is shown again', async () => {
  await visit('/actions/?q=number+7', async (page) => {
    await page.locator('#browse-clear').click();
    expect(page.url()).toBe(`${origin()}/actions/`);
    await expect.poll(() => shown(page).then((ids) => ids.length)).toBe(rowsOnAPage);
    expect(await page.locator('#register-pages').isVisible()).toBe(true);
  });
});

test('pages that do not come are told of, and asked for again', async () => {
  await visitAlone('/actions/', async (page) => {
    await page.route('**/actions/page/**', (route) => route.abort());
    await page.locator('#browse-words').fill(`number ${number - 2}`);
    await expect.poll(() => count(page)).toContain('did not load');
    await page.unroute('**/actions/page/**');
    await page.locator('#browse-words').fill(`number ${number - 1}`);
    await expect.poll(() => count(page)).toBe(`1 of ${number} promises are shown.`);
  });
});

test('a long list has pages, each entry on one of them, and says where its parts begin', async () => {
  const [first, second] = await visit('/due/', async (page) => {
    const titles: string[][] = [];
    await page.goto(`${origin()}/gaps/`);
    for (;;) {
      titles.push(await page.locator('main .names a').allTextContents());
      const next = page.locator('a[rel="next"]');
      if ((await next.count()) === 0) break;
      expect(await page.locator('main').textContent()).toMatch(/Entries \d+ to \d+ of \d+\./);
      await next.click();
    }
    return titles;
  });
  expect(first).toHaveLength(rowsOnAPage);
  expect(second!.length).toBeGreaterThan(0);
});
