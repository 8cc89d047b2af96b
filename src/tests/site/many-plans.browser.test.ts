import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOnAPage } from '../../browse/register-pages.ts';
import { plansInRegion, regionOfPlans } from '../fixtures/region-of-plans.ts';
import { writeRecords } from '../fixtures/write-records.ts';
import { axeFile, axeFindings } from './axe.ts';
import { buildFolder, folderForBuilds } from './build-folder.ts';
import { useBrowser } from './browser.ts';
import { internalLinks, isBuilt, pagesIn, type BuiltPage } from './pages-in.ts';
import { htmlFaults } from './html-faults.ts';

/** Enough for two pages of the register, and of what has no news for a year. */
const promises = 8 * plansInRegion;
/** So many of a large register are shown at a time, where something is asked for. */
const rowsAtOnce = 100;
const place = folderForBuilds('many-plans');
const site = join(place, 'site');
let pages: readonly BuiltPage[];
const page = (address: string) => pages.find((one) => one.address === address)!;
const linksOn = (address: string) => page(address).root.querySelectorAll('main a').length;
const compressed = (address: string) => gzipSync(page(address).html).length;
/** The text of a page’s main part, with each run of white space as one space. */
const textOf = (address: string) =>
  page(address).root.querySelector('main')!.textContent.replaceAll(/\s+/g, ' ');

beforeAll(() => {
  writeRecords(regionOfPlans(), join(place, 'data'));
  const { built, told } = buildFolder(join(place, 'data'), site);
  if (!built) throw new Error(told);
  pages = pagesIn(site);
}, 300_000);
afterAll(() => {
  rmSync(place, { recursive: true });
});

const { visit, origin, visitAlone, visitAll } = useBrowser(site);

const since = '/plans/aldermoor-car-2024/since-aldermoor-car-2019/';
const unlinked = '/plans/dunmere-car-2024/since-dunmere-car-2019/';

describe('a site with fifty plans', () => {
  test('its home page is no wall', () => {
    expect(textOf('/')).toContain(`${plansInRegion} plans for 12 areas, on 4 subjects.`);
    expect(linksOn('/')).toBeLessThan(50);
    expect(compressed('/')).toBeLessThan(4_000);
  });

  test('its list of plans has each plan under its area, and again under its subject', () => {
    const { root } = page('/plans/');
    const plansIn = (selector: string) =>
      root
        .querySelectorAll(`${selector} a`)
        .map((link) => link.getAttribute('href')!)
        .filter((path) => path.startsWith('/plans/'));
    for (const selector of ['section[data-part]', '.plan-part']) {
      expect(new Set(plansIn(selector)).size, selector).toBe(plansInRegion);
      expect(plansIn(selector), selector).toHaveLength(plansInRegion);
    }
    const headings = root.querySelectorAll('section[data-part] h2').map(({ id }) => id);
    expect(headings).toEqual(headings.toSorted());
    expect(headings).toHaveLength(12);
    expect(compressed('/plans/')).toBeLessThan(6_000);
  });

  test('an earlier plan is below the one that followed it', () => {
    const entry = page('/plans/')
      .root.querySelectorAll('section[data-part] li[data-entry]')
      .find(
        (one) => one.querySelector('a')!.getAttribute('href') === '/plans/aldermoor-car-2024/',
      )!;
    expect(entry.querySelectorAll('details a').map((link) => link.getAttribute('href'))).toEqual([
      '/plans/aldermoor-car-2019/',
      '/plans/aldermoor-car-2014/',
    ]);
  });

  test('no page has a row of links that fills the screen of a phone', () => {
    const walls = pages.flatMap(({ address, root }) =>
      root
        .querySelectorAll('.contents')
        .filter((list) => list.closest('details') === null && list.textContent.length > 1_200)
        .map((list) => `${address}: ${list.querySelectorAll('a').length} links`),
    );
    expect(walls).toEqual([]);
    const heavy = pages.filter(({ address }) => linksOn(address) > 350);
    expect(heavy.map(({ address }) => address)).toEqual([]);
    // In a table of all promises, most of the weight is the table.
    const others = pages.filter(({ address }) => !address.startsWith('/actions/'));
    const large = others.filter(({ html }) => gzipSync(html).length > 10_000);
    expect(large.map(({ address }) => address)).toEqual([]);
  });

  test('every link leads somewhere', () => {
    const broken = pages.flatMap((one) =>
      internalLinks(one)
        .filter(({ path }) => !isBuilt(path, site))
        .map(({ path }) => `${one.address} → ${path}`),
    );
    expect(broken).toEqual([]);
    const [ids, targets] = [
      new Set(
        page('/plans/')
          .root.querySelectorAll('[id]')
          .map(({ id }) => id),
      ),
      [page('/'), page('/plans/')].flatMap(internalLinks),
    ];
    const marks = targets.filter(({ path, fragment }) => path === '/plans/' && fragment !== '');
    expect(marks.length).toBeGreaterThan(15);
    expect(marks.filter(({ fragment }) => !ids.has(fragment))).toEqual([]);
  });
});

describe('the box that finds a plan', () => {
  const shown = (page: Page) =>
    page.locator('#plans li[data-entry]:visible').evaluateAll((entries) => entries.length);

  test('leaves the plans whose names hold all words, with their areas', async () => {
    await visit('/plans/', async (page) => {
      const all = await shown(page);
      await page.locator('#find-plans').fill('carers ST AIDANS');
      await expect.poll(() => shown(page)).toBe(1);
      expect(await page.locator('#plans h2:visible').allTextContents()).toEqual(['St Aidan’s']);
      await expect
        .poll(() => page.locator('.find-in-list [role="status"]').textContent())
        .toBe(`1 of ${all} match.`);
      await page.locator('#find-plans').fill('');
      await expect.poll(() => shown(page)).toBe(all);
    });
  });

  test('is not there without JavaScript, where all plans are', async () => {
    await visitAlone(
      '/plans/',
      async (page) => {
        expect(await page.locator('#find-plans').isVisible()).toBe(false);
        expect(await shown(page)).toBeGreaterThan(40);
        // A link to a subject opens its list.
        await page.locator('a[href="#subject-climate"]').click();
        await expect.poll(() => page.locator('#subject-climate a').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('the filters for area and subject', () => {
  test('leave the rows of the register that have them, and are in its address', async () => {
    await visit('/actions/?area=aldermoor', async (page) => {
      const count = page.locator('#browse-count');
      await expect.poll(() => count.textContent()).toMatch(/^48 of 400 /);
      await page.locator('#browse select[name="subject"]').selectOption('climate');
      await expect.poll(() => count.textContent()).toMatch(/^8 of 400 /);
      expect(new URL(page.url()).search).toBe('?area=aldermoor&subject=climate');
      const rows = await page
        .locator('#register tbody tr:visible')
        .evaluateAll((all) => all.map(({ id }) => id));
      expect(rows.every((id) => id.startsWith('acli'))).toBe(true);
      await page.locator('#browse-clear').click();
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('leave the results of the search that have them', async () => {
    await visit('/search/?q=ramps&area=brackenthwaite', async (page) => {
      const status = page.locator('#search-status');
      await expect.poll(() => status.textContent()).toMatch(/^5 results/);
      expect(await page.locator('#search-area').inputValue()).toBe('brackenthwaite');
      await page.locator('#search-area').selectOption('dunmere', { force: true });
      await expect.poll(() => new URL(page.url()).search).toBe('?q=ramps&area=dunmere');
      await expect.poll(() => status.textContent()).toMatch(/^5 results/);
    });
  });
});

/** What a reader types to find the first promise or the second on the last page of the register. */
const typed = (number: number) =>
  page('/actions/page/2/').root.querySelectorAll('#register .reference')[number]!.text.trim();

describe('a register of more promises than one page shows', () => {
  const shown = (on: Page) =>
    on.locator('#register tbody tr:visible').evaluateAll((rows) => rows.map((row) => row.id));
  const count = (on: Page) => on.locator('#browse-count').textContent();

  test('without JavaScript, links lead through all pages, and each action is on one', async () => {
    const ids = await visitAlone(
      '/actions/',
      async (on) => {
        const found = await shown(on);
        for (;;) {
          const next = on.locator('#register-pages a[rel="next"]');
          if ((await next.count()) === 0) return found;
          await next.click();
          found.push(...(await shown(on)));
        }
      },
      { javaScriptEnabled: false },
    );
    expect(ids.length).toBe(promises);
    expect(new Set(ids).size).toBe(promises);
  });

  test('nothing but the first page is fetched until a reader asks for something', async () => {
    await visit('/actions/', async (on) => {
      const fetched: string[] = [];
      on.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/actions/')) fetched.push(pathname);
      });
      expect((await shown(on)).length).toBe(rowsOnAPage);
      expect(fetched).toEqual([]);
      await on.locator('#browse-words').fill(typed(0));
      await expect.poll(() => count(on)).toBe(`1 of ${promises} promises are shown.`);
      await expect.poll(() => shown(on)).toHaveLength(1);
      expect(fetched).toEqual(['/actions/register/filters.json', '/actions/page/2/']);
      expect(await on.locator('#register-pages').isVisible()).toBe(false);
    });
  });

  /** What is known of all promises, as far as the page asked for it. */
  const partsAskedFor = (on: Page) => {
    const parts: string[] = [];
    on.on('request', (request) => {
      const [, part] = /\/actions\/register\/(.*)$/.exec(request.url()) ?? [];
      if (part !== undefined) parts.push(part);
    });
    return parts;
  };
  const choose = (on: Page, name: string, value: string) =>
    on.locator(`#browse select[name="${name}"]`).selectOption(value, { force: true });

  test('shows the rows of its first page that fit before it knows of the others', async () => {
    await visitAlone('/actions/', async (on) => {
      let answer = () => {};
      const asked = new Promise<void>((done) => (answer = done));
      await on.route('**/actions/register/**', async (route) => {
        await asked;
        await route.continue();
      });
      const fitting = await on
        .locator('#register tbody tr[data-status="complete"]')
        .evaluateAll((rows) => rows.slice(0, 100).map((row) => row.id));
      expect(fitting.length).toBeGreaterThan(5);
      await choose(on, 'status', 'complete');
      await expect.poll(() => shown(on)).toEqual(fitting);
      expect(await count(on)).toBe('Searching…');
      expect(await on.locator('#browse-clear').isVisible()).toBe(true);
      answer();
      await expect.poll(() => count(on)).toMatch(/^\d+ of \d+ promises (?:are shown|match)/);
      expect((await shown(on)).slice(0, fitting.length)).toEqual(fitting);
    });
  });

  test('fetches what filters need while a reader turns to them, and of the orders the one asked for', async () => {
    await visit('/actions/', async (on) => {
      const parts = partsAskedFor(on);
      await on.locator('#browse-words').focus();
      await expect.poll(() => parts).toEqual(['filters.json']);
      await choose(on, 'sort', '-due');
      await expect.poll(() => count(on)).toMatch(/ match/);
      expect(parts).toEqual(['filters.json', 'due.json']);
    });
  });

  test('fetches nothing ahead of a choice for a reader who saves data', async () => {
    await visitAlone('/actions/', async (on) => {
      await on.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', {
          value: { saveData: true },
        });
      });
      await on.reload({ waitUntil: 'networkidle' });
      const parts = partsAskedFor(on);
      await on.locator('#browse-words').focus();
      await on.locator('#browse-words').hover();
      expect(parts).toEqual([]);
      await choose(on, 'status', 'complete');
      await expect.poll(() => count(on)).toMatch(/^\d+ of /);
      expect(parts).toEqual(['filters.json']);
    });
  });

  test('what is asked for is shown in parts, and “Show more” goes on where the last ended', async () => {
    await visit('/actions/?sort=-due', async (on) => {
      await expect
        .poll(() => count(on))
        .toBe(`${promises} of ${promises} promises match. The first ${rowsAtOnce} are shown.`);
      await expect.poll(() => shown(on)).toHaveLength(rowsAtOnce);
      const first = await shown(on);
      await on.locator('#browse-more').click();
      await expect.poll(() => shown(on)).toHaveLength(2 * rowsAtOnce);
      const all = await shown(on);
      expect(all.slice(0, rowsAtOnce)).toEqual(first);
      const focused = on.locator(`[id="${all[rowsAtOnce]!}"] a`);
      await expect
        .poll(() => focused.evaluate((link) => link === document.activeElement))
        .toBe(true);
      for (let more = 3; more * rowsAtOnce < promises + rowsAtOnce; more++) {
        await on.locator('#browse-more').click();
        await expect.poll(() => shown(on)).toHaveLength(Math.min(promises, more * rowsAtOnce));
      }
      expect(await on.locator('#browse-more').isVisible()).toBe(false);
    });
  });

  test('has its pages again when all is shown again', async () => {
    await visit('/actions/?q=drop-in', async (on) => {
      await on.locator('#browse-clear').click();
      expect(on.url()).toBe(`${origin()}/actions/`);
      await expect.poll(() => shown(on).then((ids) => ids.length)).toBe(rowsOnAPage);
      expect(await on.locator('#register-pages').isVisible()).toBe(true);
    });
  });

  test('tells of pages that do not come, and asks for them again', async () => {
    await visitAlone('/actions/', async (on) => {
      await on.route('**/actions/page/**', (route) => route.abort());
      await on.locator('#browse-words').fill(typed(0));
      await expect.poll(() => count(on)).toContain('did not load');
      await on.unroute('**/actions/page/**');
      await on.locator('#browse-words').fill(typed(1));
      await expect.poll(() => count(on)).toBe(`1 of ${promises} promises are shown.`);
    });
  });
});

test('a long list has pages, each entry on one of them, and says where its parts begin', async () => {
  const [first, second] = await visit('/gaps/', async (on) => {
    const titles: string[][] = [];
    for (;;) {
      titles.push(await on.locator('main .names a').allTextContents());
      const next = on.locator('a[rel="next"]');
      if ((await next.count()) === 0) break;
      expect(await on.locator('main').textContent()).toMatch(/Entries \d+ to \d+ of \d+\./);
      await next.click();
    }
    return titles;
  });
  expect(first).toHaveLength(rowsOnAPage);
  expect(second!.length).toBeGreaterThan(0);
});

describe('two plans of one line', () => {
  test('are shown promise by promise, as far as the later one names them', () => {
    const text = textOf(since);
    expect(textOf('/guide/reading-an-action/')).toContain('carried over, from an older plan or');
    expect(text).toContain('Carried over (7)');
    expect(text).toContain('No link to a later promise (1)');
    expect(text).toContain('That does not say what happened to it.');
    expect(text).toContain('No link to an earlier promise (2)');
    expect(text).not.toMatch(/dropped|abandoned/i);
  });

  test('are not said to have nothing in common where nobody has linked them', () => {
    const text = textOf(unlinked);
    expect(text).toContain('Nobody has linked the promises of these two plans.');
    expect(text).not.toMatch(/No link to/);
  });

  test('lead to each other, and so do their promises, with the status of the older one', () => {
    for (const address of ['/plans/aldermoor-car-2024/', '/plans/aldermoor-car-2019/']) {
      const links = page(address).root.querySelectorAll('main a');
      expect(links.map((link) => link.getAttribute('href'))).toContain(since);
    }
    expect(textOf('/actions/acar24-1-1-2/')).toMatch(
      /Carried over from an earlier plan:.*ACAR19 1\.1\.2.*In progress, as reported in March 2020/,
    );
    expect(textOf('/actions/acar19-1-1-2/')).toMatch(
      /Carried over to a later plan:.*ACAR24 1\.1\.2/,
    );
    const feed = readFileSync(join(site, 'actions/acar19-1-1-2.atom'), 'utf8');
    expect(feed).toContain('carried over to ACAR24 1.1.2');
  });
});

const fresh = ['/', '/plans/', '/actions/?area=aldermoor', '/search/?area=aldermoor', since];
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const;

test.each(looks)(
  'axe finds nothing on them in $colorScheme at $width pixels, and none scrolls sideways',
  async ({ colorScheme, width }) => {
    const found = await visitAll(
      [...fresh, unlinked, '/actions/acar19-1-1-1/', '/leads/'],
      async (page) => {
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        return [...(await axeFindings(page)), ...(Number(wide) > width ? [page.url()] : [])];
      },
      { script: axeFile, colorScheme, viewport: { width, height: 800 } },
    );
    expect(found.flat()).toEqual([]);
  },
);

test('their HTML is valid', async () => {
  for (const address of ['/', '/plans/', since, unlinked, '/actions/acar19-1-1-1/', '/leads/']) {
    expect(await htmlFaults(page(address).html), address).toEqual([]);
  }
});
