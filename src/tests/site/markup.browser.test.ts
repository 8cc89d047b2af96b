import { expect, test } from 'vitest';
import { axeFile, axeFindings } from './axe.ts';
import { useBrowser } from './browser.ts';
import { builtPages } from './built-pages.ts';

const { showAll } = useBrowser();

test('axe finds nothing in the mark-up of any page', { timeout: 600_000 }, async () => {
  const addresses = builtPages().map(({ address }) => address);
  const found = await showAll(addresses, (page) => axeFindings(page), axeFile);
  expect(found.length).toBe(addresses.length);
  expect(found.flat()).toEqual([]);
});

test('what is wrong in the mark-up of one page alone would be found there', async () => {
  const addresses = ['/404.html', '/embed/don-2-1-2/', '/leads/'];
  const found = await showAll(
    addresses,
    async (page) => {
      await page.evaluate(() => {
        if (location.pathname === '/leads/') document.querySelector('main')!.append(new Image());
      });
      return axeFindings(page);
    },
    axeFile,
  );
  expect(found).toEqual([[], [], [expect.stringMatching(/^\/leads\/ image-alt: /)]]);
});
