import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit, origin, visitAlone } = useBrowser();

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

test('the name of an organisation finds its page first, and what it leads', async () => {
  await visit('/search/', async (page) => {
    const found = await search(page, 'DBTH');
    expect(found[0]).toBe('/leads/dbth/');
    expect(found).toContain('/actions/don-2-1-2/');
  });
});

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
  ['what am I entitled to?', '/topics/rights/'],
  ['carer’s card', '/topics/being-recognised/'],
  ['I can’t cope', '/topics/my-health/'],
])('a carer’s sentence “%s” finds its topic among the first', async (words, address) => {
  await visit(`/search/?q=${encodeURIComponent(words)}`, async (page) => {
    expect((await results(page)).slice(0, 3)).toContain(address);
  });
});

test('a slip is corrected, and the reader is told and can go back to what was typed', async () => {
  await visit('/search/?q=resbite', async (page) => {
    expect((await results(page))[0]).toBe('/topics/breaks/');
    await expect
      .poll(() => page.locator('#search-instead').textContent())
      .toMatch(/Showing results for respite\./);
    expect(await page.locator('#search-status').textContent()).toBe(
      `${await page.locator('#search-results > li').count()} results for “respite”.`,
    );
    // The filters count what is shown.
    await expect
      .poll(() => page.locator('[data-filter="plan"][data-value="national"]').textContent())
      .toBe(`(${(await results(page)).filter((path) => path.includes('/nat-')).length})`);
    await page.locator('#search-instead a').click();
    await page.locator('#search-nothing').waitFor();
    expect(await page.locator('#search-words').inputValue()).toBe('"resbite"');
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

test('the number of results is announced once typing pauses, and focus stays in the box', async () => {
  await visit('/search/', async (page) => {
    const said = page.locator('#search-said');
    expect(await said.getAttribute('role')).toBe('status');
    await search(page, 'hospital');
    await expect.poll(() => said.textContent()).toMatch(/^\d+ results for “hospital”\.$/);
    expect(await said.textContent()).toBe(await page.locator('#search-status').textContent());
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('search-words');
  });
});

test('what no plan mentions is said so, with where to get help and other ways', async () => {
  await visit('/search/', async (page) => {
    await page.locator('#search-words').fill('xylophone');
    await page.locator('#search-nothing').waitFor();
    expect(await page.locator('#search-status').textContent()).toBe('No plan here mentions this.');
    expect(await page.locator('#search-results > li').count()).toBe(0);
    const nothing = page.locator('#search-nothing');
    expect(await nothing.textContent()).toContain('This site lists promises, not services.');
    expect(await nothing.locator('a[href="/glossary/"]').count()).toBe(1);
  });
});

test('a search that cannot load says so and can be tried again', async () => {
  await visitAlone('/search/', async (page) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.locator('#search-words').fill('hospital');
    await page.locator('#search-failed').waitFor();
    await page.unroute('**/pagefind/**');
    await page.locator('#search-failed button').click();
    expect((await results(page)).length).toBeGreaterThan(0);
  });
});

test('on a phone, the filters count what they leave once they are open', async () => {
  await visitAlone(
    '/search/',
    async (page) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/pagefind/filter/')) fetched.push(request.url());
      });
      await page.locator('#search-words').fill('hospital');
      await expect.poll(() => page.locator('#search-results > li').count()).toBeGreaterThan(1);
      await expect.poll(() => page.locator('#search-status').textContent()).toMatch(/results/);
      const counts = page.locator('.search-filters [data-filter="plan"]');
      const numbers = async () =>
        (await counts.allTextContents()).filter((text) => /\d/.test(text));
      expect(fetched).toEqual([]);
      await page.locator('.search-filters > summary').click();
      await expect.poll(async () => (await numbers()).length).toBeGreaterThan(0);
      expect(fetched.length).toBeGreaterThan(0);
      // What is asked for next has counts of its own, while they are open.
      const before = await numbers();
      await page.locator('#search-words').fill('hospital discharge');
      await expect.poll(numbers).not.toEqual(before);
    },
    { viewport: { width: 390, height: 800 } },
  );
});

test('what every search needs is asked for before the page’s own script is there', async () => {
  await visitAlone('/', async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.route(/\/search\.astro[^/]*\.js$/, (route) => route.abort());
    await page.goto(`${origin()}/search/?q=hospital`);
    await expect
      .poll(() => asked.filter((path) => path.startsWith('/pagefind/')).sort())
      .toEqual(['/pagefind/contents.json', '/pagefind/vocabulary.json']);
    asked.length = 0;
    await page.goto(`${origin()}/search/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  });
});

test('without JavaScript the page leads to the ways to browse', async () => {
  await visitAlone(
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

// A word of a topic, one that is in many records, a slip, for which more is fetched, and words in
// several parts of the index.
test.each([
  'respite',
  'hospital',
  'dementure',
  'husband has alzhimers',
  'can I get time off work to care for my dad',
])(
  'nothing of the index is fetched before it is used, and 40 KB or less bring the first result for “%s”',
  async (words) => {
    await visitAlone('/', async (page) => {
      const fetched: { url: string; bytes: Promise<number> }[] = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!/\.js$|\/pagefind\//.test(pathname)) return;
        const bytes = response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        );
        fetched.push({ url: pathname, bytes });
      });
      await page.goto(`${origin()}/search/`, { waitUntil: 'networkidle' });
      expect(fetched.filter(({ url }) => url.startsWith('/pagefind/'))).toEqual([]);
      const first = page.evaluate(
        () =>
          new Promise<string[]>((tell) => {
            new MutationObserver((_, observer) => {
              if (document.querySelector('#search-results > li') === null) return;
              observer.disconnect();
              // What is asked for meanwhile, such as the counts of filters, does not hold it up.
              const resources = performance.getEntriesByType(
                'resource',
              ) as PerformanceResourceTiming[];
              tell(resources.map(({ name }) => new URL(name).pathname));
            }).observe(document.body, { childList: true, subtree: true });
          }),
      );
      await page.locator('#search-words').fill(words);
      const needed = new Set(await first);
      const sizes = await Promise.all(
        fetched.filter(({ url }) => needed.has(url)).map(({ bytes }) => bytes),
      );
      const bytes = sizes.reduce((sum, each) => sum + each, 0);
      expect(bytes).toBeGreaterThan(20_000);
      expect(bytes).toBeLessThanOrEqual(40 * 1024);
    });
  },
);
