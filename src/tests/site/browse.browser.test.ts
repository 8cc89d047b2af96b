import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builtSite } from './built-site.ts';
import { useBrowser } from './browser.ts';

const { visit, origin, visitAlone } = useBrowser();

const shown = (page: Page) =>
  page.locator('#register tbody tr:visible').evaluateAll((rows) => rows.map((row) => row.id));

test('the register is whole without JavaScript', async () => {
  await visitAlone(
    '/actions/',
    async (page) => {
      const actions = JSON.parse(readFileSync(join(builtSite, 'data/actions.json'), 'utf8')) as {
        id: string;
      }[];
      expect(await shown(page)).toEqual(actions.map(({ id }) => id));
      expect(await page.locator('#browse').isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
});

/** What the numbers of a sentence add up to. */
function numbersIn(told: string): number {
  return [...told.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0);
}

test('words and choices narrow it, say how much is left, and are in the address', async () => {
  await visit('/actions/', async (page) => {
    const all = (await shown(page)).length;
    await page.locator('#browse-words').fill('hospital');
    await expect.poll(() => page.url()).toBe(`${origin()}/actions/?q=hospital`);
    await expect
      .poll(() => page.locator('#browse-count').textContent())
      .toMatch(new RegExp(`^\\d+ of \\d+ promises are shown[^.]*\\.$`));
    const some = await shown(page);
    expect(some.length).toBeLessThan(all);
    const told = (await page.locator('#browse-count').textContent())!;
    expect(numbersIn(told.replace(/of \d+/, ''))).toBe(some.length);
    expect(some).toContain('don-2-1-2');
    await page.locator('#browse select[name="plan"]').selectOption('national');
    await expect
      .poll(async () => (await shown(page)).every((id) => id.startsWith('nat-')))
      .toBe(true);
    await page.goBack();
    await expect.poll(() => shown(page)).toEqual(some);
    await page.locator('#browse-clear').click();
    await expect.poll(async () => (await shown(page)).length).toBe(all);
  });
});

test('a link to a view shows that view', async () => {
  await visit('/actions/?status=complete&sort=-due', async (page) => {
    const statuses = await page
      .locator('#register tbody tr:visible td:nth-child(3)')
      .allTextContents();
    expect(statuses.length).toBeGreaterThan(0);
    for (const status of statuses) expect(status.trim()).toMatch(/^Complete\b/);
    expect(await page.locator('#register th[aria-sort="descending"]').textContent()).toMatch(
      /^\s*Due\s*$/,
    );
  });
});

test('a heading sorts by its column, and again the other way round', async () => {
  await visit('/actions/', async (page) => {
    const button = page.locator('#register thead button', { hasText: 'Promise' });
    await button.click();
    const forwards = await shown(page);
    await button.click();
    expect(await shown(page)).toEqual(forwards.toReversed());
    // Nothing was left out, so there is nothing to bring back.
    const told = (await page.locator('#browse-count').textContent())!;
    expect(told).toMatch(/^All \d+ promises are shown, and 1 that ended\.$/);
    expect(numbersIn(told)).toBe(forwards.length);
    expect(await page.locator('#browse-clear').isVisible()).toBe(false);
  });
});

test('what is shown can be downloaded as a table', async () => {
  await visit('/actions/?q=hospital', async (page) => {
    await expect
      .poll(() => page.locator('#browse-count').textContent())
      .toMatch(/ of \d+ promises are shown[^.]*\.$/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#browse-table').click(),
    ]);
    const table = readFileSync(await download.path(), 'utf8');
    const whole = readFileSync(join(builtSite, 'data/actions.csv'), 'utf8');
    expect(whole.startsWith(table.split('\r\n')[0]!)).toBe(true);
    for (const id of await shown(page)) expect(table).toContain(`,${id},`);
    expect(table).not.toContain(',nat-5-6,');
  });
});
