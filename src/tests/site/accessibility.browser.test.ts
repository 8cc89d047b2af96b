import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFile, axeFindings } from './axe.ts';
import { useBrowser } from './browser.ts';
import { builtPages, scriptOf } from './built-pages.ts';
import { once } from './once.ts';
import { pageTypes } from './page-types.ts';

const { visit, visitAlone, visitAll } = useBrowser();

const ofEachType = Object.values(pageTypes);
const wide = { width: 1280, height: 740 };
const phone = { viewport: { width: 320, height: 740 } };

/** How a page is looked at, one after the other. A dark scheme changes colours and nothing else (see `colours.test.ts`). */
const looks = [
  { colorScheme: 'light', width: 1280, rules: 'all' },
  { colorScheme: 'dark', width: 1280, rules: 'colours' },
  { colorScheme: 'dark', width: 320, rules: 'colours' },
  { colorScheme: 'light', width: 320, rules: 'all' },
] as const;

/** What axe finds at each look at a page. */
async function judge(page: Page, which: readonly (typeof looks)[number][] = looks) {
  const found: Record<string, string[]> = {};
  for (const { colorScheme, width, rules } of which) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme });
    found[`${colorScheme} ${width}`] = await axeFindings(page, rules);
  }
  return found;
}

// Each page is loaded once for all of the looks.
const judged = once(() =>
  visitAll(ofEachType, (page) => judge(page), { script: axeFile, viewport: wide }),
);

test.each(looks)(
  'axe finds nothing on a page of any type, with its scripts, in $colorScheme at $width pixels ($rules rules)',
  { timeout: 600_000 },
  async ({ colorScheme, width }) => {
    const found = await judged();
    const here = found.map((page) => page[`${colorScheme} ${width}`]);
    expect(here).toEqual(ofEachType.map(() => []));
  },
);

test('axe finds nothing on a page that asks for the width as it loads, and is opened at 320 pixels', async () => {
  const pages = builtPages();
  const asking = ofEachType.filter((address) => {
    const { pathname } = new URL(address, 'https://site.invalid');
    const page = pages.find((built) => built.address === pathname)!;
    return /matchMedia|innerWidth/.test(scriptOf(page));
  });
  expect(asking).toContain(pageTypes.register);
  const narrow = looks.filter(({ width }) => width === 320).toReversed();
  const found = await visitAll(asking, (page) => judge(page, narrow), {
    script: axeFile,
    ...phone,
  });
  expect(found).toEqual(asking.map(() => ({ 'light 320': [], 'dark 320': [] })));
});

test('what is faint in the dark alone or on a phone alone would be found', async () => {
  const [found] = await visitAll(
    [pageTypes.theme],
    async (page) => {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '@media (prefers-color-scheme: dark) { h1 { color: #333 !important } } @media (max-width: 400px) and (prefers-color-scheme: light) { h2 { color: #ddd !important } }',
        );
        document.adoptedStyleSheets.push(sheet);
      });
      return judge(page);
    },
    { script: axeFile, viewport: wide },
  );
  const faint = (text: string) => expect.arrayContaining([expect.stringMatching(text)]) as unknown;
  expect(found).toEqual({
    'light 1280': [],
    'dark 1280': faint('color-contrast: h1'),
    'dark 320': faint('color-contrast: h1'),
    'light 320': faint('color-contrast: #short-forms'),
  });
});

const onPhone = once(() =>
  visitAll(
    ofEachType,
    async (page, address) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const clipped = await page.evaluate(clippedWhenSpaced);
      return { address, width, clipped };
    },
    phone,
  ),
);

test('no page of any type has to be scrolled sideways at 320 pixels', async () => {
  expect((await onPhone()).filter(({ width }) => width > 320)).toEqual([]);
});

test('no page of the guide has to be scrolled sideways at 320 pixels: each has tables of its own', async () => {
  const guide = builtPages()
    .map(({ address }) => address)
    .filter((address) => address.startsWith('/guide/'));
  expect(guide.length).toBeGreaterThan(5);
  const widths = await visitAll(
    guide,
    async (page, address) => ({
      address,
      width: await page.evaluate(() => document.documentElement.scrollWidth),
    }),
    phone,
  );
  expect(widths.filter(({ width }) => width > 320)).toEqual([]);
});

// WCAG 2.2, success criterion 1.4.12.
test('no page of any type clips text when readers widen the spacing', async () => {
  expect((await onPhone()).filter(({ clipped }) => clipped.length > 0)).toEqual([]);
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
  await visitAlone(
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
  await visitAlone(
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
  await visitAlone(
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

/** What of a page hides a part of its text once lines, letters and words are wider apart. */
function clippedWhenSpaced(): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets.push(sheet);
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => {
      const { overflowX, overflowY, position } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
      return (
        hides &&
        position !== 'absolute' &&
        element.textContent !== '' &&
        (element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => element.outerHTML.slice(0, 100));
}

/** What has the focus with each press of Tab, what of it cannot be seen, and what had it before. */
interface Walked {
  seen: string[];
  hidden: string[];
  again: string[];
}

/** Presses Tab until the focus leaves the page, or sixty times. */
async function walk(page: Page): Promise<Walked> {
  const count = await page.evaluate(watchFocus);
  const presses = Array.from({ length: Math.min(count, 60) }, () => page.keyboard.press('Tab'));
  // They come one after the other, and none waits until the browser has told of the one before.
  await Promise.all(presses);
  return page.evaluate(() => (window as unknown as { walked: Walked }).walked);
}

/** Keeps what gets the focus from now on, until it leaves the page. Hands back how much could get it. */
function watchFocus(): number {
  const walked: Walked = { seen: [], hidden: [], again: [] };
  Object.assign(window, { walked });
  const before = new Set<EventTarget>();
  let left = false;
  document.addEventListener('focusout', ({ relatedTarget }) => (left ||= relatedTarget === null));
  document.addEventListener('focusin', ({ target }) => {
    if (left) return;
    const element = target as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    let clipped = false;
    for (let part: Element | null = element; part; part = part.parentElement) {
      clipped ||= getComputedStyle(part).clipPath !== 'none';
    }
    const shown =
      !clipped &&
      ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none') &&
      box.width > 0 &&
      box.height > 0 &&
      box.right > 0 &&
      box.left < innerWidth;
    const text = element.outerHTML.slice(0, 120);
    walked.seen.push(text);
    if (!shown) walked.hidden.push(text);
    if (before.has(element)) walked.again.push(text);
    before.add(element);
  });
  return document.querySelectorAll('a[href], button, input, select, summary, textarea').length;
}
