import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { pageTypes } from './page-types.ts';

const { visit, origin } = useBrowser();

test.each(Object.entries(pageTypes))(
  '%s asks nobody else for anything and keeps nothing',
  async (_name, address) => {
    await visit('/', async (page) => {
      const asked: string[] = [];
      const failed: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('response', (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      page.on('pageerror', (error) => failed.push(error.message));
      await page.goto(origin() + address, { waitUntil: 'networkidle' });
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((url) => !url.startsWith(origin()) && !url.startsWith('data:'))).toEqual(
        [],
      );
      expect(failed).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  },
);
