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
