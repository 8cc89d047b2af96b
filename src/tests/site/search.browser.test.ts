import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit, origin } = useBrowser();

/** Types into the search page as a reader would, and waits until the results are announced. */
async function search(page: Page, words: string): Promise<string[]> {
  await page.locator('#search-words').pressSequentially(words, { delay: 20 });
  // Results for the first letters may come before those for all of them.
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(words);
  return results(page);
}

async function results(page: Page): Promise<string[]> {
  await page.locator('#search-results[aria-busy="false"] > li').first().waitFor();
  return page
    .locator('#search-results > li a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
}

test('a reader types a word, chooses the first result, and is there', async () => {
  await visit('/search/', async (page) => {
    const [first] = await search(page, 'hospital');
    await page.locator('#search-results > li a').first().click();
    await page.waitForURL(`${origin()}${first!}`);
    expect((await page.locator('main').textContent())!.toLowerCase()).toContain('hospital');
  });
});

test.each(['DON 2.1.2', '2.1.2', 'don-2-1-2', 'don 2.1.2)'])(
  'the reference “%s” finds its action first',
  async (words) => {
    await visit('/search/', async (page) => {
      expect((await search(page, words))[0]).toBe('/actions/don-2-1-2/');
    });
  },
);

test.each(['DBTH', 'Doncaster and Bassetlaw'])(
  '“%s” finds what that organisation leads',
  async (words) => {
    await visit('/search/', async (page) => {
      expect(await search(page, words)).toContain('/actions/don-2-1-2/');
    });
  },
);

test.each([
  ['sitting service', '/actions/nat-1-13/'],
  ['respite', '/actions/don-6-2-1/'],
  ['care plan', '/actions/don-2-2-1/'],
])('a carer’s words “%s” find what the plans call something else', async (words, address) => {
  await visit('/search/', async (page) => {
    const found = await search(page, words);
    while (!found.includes(address) && (await page.locator('#search-more').isVisible())) {
      const count = found.length;
      await page.locator('#search-more').click();
      await expect.poll(() => page.locator('#search-results > li').count()).toBeGreaterThan(count);
      found.splice(0, found.length, ...(await results(page)));
    }
    expect(found).toContain(address);
  });
});

test.each([
  ['someone to sit with my mum', '/topics/breaks/'],
  ['sitting service', '/topics/breaks/'],
  ['what am I entitled to?', '/topics/money/'],
  ['carer’s card', '/topics/being-recognised/'],
  ['I can’t cope', '/topics/my-health/'],
])('a carer’s sentence “%s” finds its topic among the first', async (words, address) => {
  await visit(`/search/?q=${encodeURIComponent(words)}`, async (page) => {
    expect((await results(page)).slice(0, 3)).toContain(address);
  });
});

test('a slip of the fingers is mended, and the reader is told', async () => {
  await visit('/search/?q=resbite', async (page) => {
    expect(await results(page)).toContain('/topics/breaks/');
    expect(await page.locator('#search-status').textContent()).toBe(
      `${await page.locator('#search-results > li').count()} results for “respite”. No page has the word “resbite”.`,
    );
    // The filters count what is shown.
    await expect
      .poll(() =>
        page.locator('[data-filter="plan"][data-value="national"][data-all]').textContent(),
      )
      .toBe(String((await results(page)).filter((path) => path.includes('/nat-')).length));
  });
});

describe('the address', () => {
  test('of the header’s form runs the search', async () => {
    await visit('/', async (page) => {
      await page.locator('header input[name="q"]').fill('dementia');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=dementia/);
      expect((await results(page)).length).toBeGreaterThan(0);
    });
  });

  test('holds the words and the filters, and Back brings them back', async () => {
    await visit('/search/?q=carers&plan=doncaster', async (page) => {
      await results(page);
      const before = page.url();
      await page
        .locator(
          'input[name="status[]"][value="not started"], input[name="status[]"][value="not-started"]',
        )
        .check();
      await expect.poll(() => page.url()).not.toBe(before);
      await page.goBack();
      await expect.poll(() => page.url()).toBe(before);
      await expect.poll(() => page.locator('#search-words').inputValue()).toBe('carers');
    });
  });
});

test('the number of results is announced, and focus stays in the box', async () => {
  await visit('/search/', async (page) => {
    await search(page, 'hospital');
    await expect.poll(() => page.locator('#search-status').textContent()).toMatch(/result/);
    expect(await page.locator('#search-status').getAttribute('role')).toBe('status');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('search-words');
  });
});

test('a search for nothing that is there offers other ways', async () => {
  await visit('/search/', async (page) => {
    await page.locator('#search-words').fill('xylophone');
    await page.locator('#search-nothing').waitFor();
    expect(await page.locator('#search-nothing a[href="/glossary/"]').count()).toBe(1);
  });
});

test('a search that cannot load says so and can be tried again', async () => {
  await visit('/search/', async (page) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.locator('#search-words').fill('hospital');
    await page.locator('#search-failed').waitFor();
    await page.unroute('**/pagefind/**');
    await page.locator('#search-failed button').click();
    expect((await results(page)).length).toBeGreaterThan(0);
  });
});

test('without JavaScript the page leads to the ways to browse', async () => {
  await visit(
    '/search/?q=hospital',
    async (page) => {
      for (const address of ['/actions/', '/leads/', '/due/', '/topics/', '/glossary/']) {
        expect(
          await page.locator(`main a[href="${address}"]:visible`).count(),
          address,
        ).toBeGreaterThan(0);
      }
    },
    { javaScriptEnabled: false },
  );
});

test('nothing of the index is fetched before it is used, and 105 KB or less bring the first result', async () => {
  await visit('/', async (page) => {
    const fetched: { url: string; bytes: number }[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!/\.js$|\/pagefind\//.test(pathname)) return;
      void response.body().then(
        (body) => fetched.push({ url: pathname, bytes: gzipSync(body).length }),
        () => undefined,
      );
    });
    await page.goto(`${origin()}/search/`, { waitUntil: 'networkidle' });
    expect(fetched.filter(({ url }) => url.startsWith('/pagefind/'))).toEqual([]);
    await page.locator('#search-words').fill('respite');
    await results(page);
    const bytes = fetched.reduce((sum, each) => sum + each.bytes, 0);
    expect(bytes).toBeGreaterThan(60_000);
    expect(bytes).toBeLessThanOrEqual(105 * 1024);
  });
});
