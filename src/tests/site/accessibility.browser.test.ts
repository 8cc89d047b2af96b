import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFile, axeFindings } from './axe.ts';
import { builtPages } from './built-pages.ts';
import { useBrowser } from './browser.ts';
import { pageTypes } from './page-types.ts';

const { visit, visitAll, showAll } = useBrowser();

const ofEachType = Object.values(pageTypes);
const phone = { viewport: { width: 320, height: 740 } };

test('axe finds nothing in the mark-up of any page', { timeout: 600_000 }, async () => {
  const addresses = builtPages().map(({ address }) => address);
  const found = await showAll(addresses, axeFindings, axeFile);
  expect(found.length).toBe(addresses.length);
  expect(found.flat()).toEqual([]);
});

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const)(
  'axe finds nothing on a page of any type, with its scripts, in $colorScheme at $width pixels',
  { timeout: 600_000 },
  async ({ colorScheme, width }) => {
    const found = await visitAll(ofEachType, axeFindings, {
      script: axeFile,
      colorScheme,
      viewport: { width, height: 740 },
    });
    expect(found.flat()).toEqual([]);
  },
);

test('no page of any type has to be scrolled sideways at 320 pixels', async () => {
  const found = await visitAll(
    ofEachType,
    async (page, address) => [
      address,
      await page.evaluate(() => document.documentElement.scrollWidth),
    ],
    phone,
  );
  expect(found.filter(([, width]) => Number(width) > 320)).toEqual([]);
});

// WCAG 2.2, success criterion 1.4.12.
test('no page of any type clips text when readers widen the spacing', async () => {
  const clipped = await visitAll(
    ofEachType,
    async (page, address) => {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        );
        document.adoptedStyleSheets.push(sheet);
      });
      const found = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((element) => {
            const { overflowX, overflowY, position } = getComputedStyle(element);
            const hides = [overflowX, overflowY].some(
              (value) => value === 'hidden' || value === 'clip',
            );
            return (
              hides &&
              position !== 'absolute' &&
              element.textContent !== '' &&
              (element.scrollWidth > element.clientWidth + 1 ||
                element.scrollHeight > element.clientHeight + 1)
            );
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      );
      return found.map((element) => `${address} ${element}`);
    },
    phone,
  );
  expect(clipped.flat()).toEqual([]);
});

test('a page of any type can be walked with the keyboard: skip link first, focus always seen, nothing trapped', async () => {
  const walks = await visitAll(ofEachType, async (page, address) => {
    const { seen, hidden, again } = await walk(page);
    expect(seen[0], address).toContain('Skip to');
    expect(seen.length, address).toBeGreaterThan(5);
    expect(again, address).toEqual([]);
    return hidden.map((element) => `${address} ${element}`);
  });
  expect(walks.flat()).toEqual([]);
});

test('the skip link leads past the navigation to the page’s own words', async () => {
  await visit('/actions/don-2-1-2/', async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
  });
});

test('in forced colours every status mark still has its shape', async () => {
  await visit(
    '/statuses/',
    async (page) => {
      const marks = page.locator('main svg');
      expect(await marks.count()).toBeGreaterThanOrEqual(6);
      const pictures = new Set<string>();
      for (const mark of (await marks.all()).slice(0, 6)) {
        pictures.add((await mark.screenshot()).toString('base64'));
      }
      expect(pictures.size).toBe(6);
    },
    { forcedColors: 'active' },
  );
});

test('nothing moves for readers who asked for less motion', async () => {
  await visit(
    '/',
    async (page) => {
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationDuration } = getComputedStyle(element);
            return [transitionDuration, animationDuration].some(
              (value) => parseFloat(value) > 0.01,
            );
          }).length,
      );
      expect(moving).toBe(0);
    },
    { reducedMotion: 'reduce' },
  );
});

test('an action page says the facts without scrolling on a phone', async () => {
  await visit(
    '/actions/don-2-1-2/',
    async (page) => {
      for (const text of ['DON 2.1.2', 'In progress', 'September 2022']) {
        const box = await page.locator('main').getByText(text).first().boundingBox();
        expect(box!.y + box!.height, text).toBeLessThanOrEqual(740);
      }
      for (const element of [page.locator('h1'), page.locator('main a[href^="/leads/"]').first()]) {
        const box = await element.boundingBox();
        expect(box!.y + box!.height).toBeLessThanOrEqual(740);
      }
    },
    { viewport: { width: 360, height: 740 } },
  );
});

/** What has the focus with each press of Tab, what of it cannot be seen, and what had it before. */
async function walk(page: Page) {
  const seen: string[] = [];
  const hidden: string[] = [];
  const again: string[] = [];
  const count = await page.evaluate(
    () => document.querySelectorAll('a[href], button, input, select, summary, textarea').length,
  );
  for (let step = 0; step < Math.min(count, 60); step++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const walked = ((window as { walked?: Set<Element> }).walked ??= new Set());
      const before = walked.has(element);
      walked.add(element);
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      let clipped = false;
      for (let part: Element | null = element; part; part = part.parentElement) {
        clipped ||= getComputedStyle(part).clipPath !== 'none';
      }
      return {
        body: element === document.body,
        text: element.outerHTML.slice(0, 120),
        before,
        shown:
          !clipped &&
          ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none') &&
          box.width > 0 &&
          box.height > 0 &&
          box.right > 0 &&
          box.left < innerWidth,
      };
    });
    if (focused.body) break;
    seen.push(focused.text);
    if (!focused.shown) hidden.push(focused.text);
    if (focused.before) again.push(focused.text);
  }
  return { seen, hidden, again };
}
