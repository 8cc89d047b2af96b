import { expect, test } from 'vitest';
import { builtPages } from './built-pages.ts';
import { useBrowser } from './browser.ts';

const { visitAll } = useBrowser();

test('even the longest actions print on two sheets at most, and most on one', async () => {
  const byLength = builtPages()
    .filter(({ address }) => /^\/actions\/[^/]+\/$/.test(address))
    .map(({ address, root }) => ({ address, length: root.querySelector('main')!.text.length }))
    .sort((a, b) => b.length - a.length);
  const longest = byLength.slice(0, 8);
  const usual = byLength.slice(byLength.length / 4).slice(0, 8);
  expect(usual.length).toBe(8);
  const sheets = await visitAll(
    [...longest, ...usual].map(({ address }) => address),
    async (page, address) => {
      const paper = await page.pdf({ format: 'A4' });
      return { address, count: paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
    },
  );
  for (const [index, { address, count }] of sheets.entries()) {
    expect(count, address).toBeGreaterThan(0);
    expect(count, address).toBeLessThanOrEqual(index < longest.length ? 2 : 1);
  }
});
