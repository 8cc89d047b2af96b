import { expect, test } from 'vitest';
import { builtPages } from './built-pages.ts';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();

test('even the longest actions print on two sheets at most, and most on one', async () => {
  const byLength = builtPages()
    .filter(({ address }) => /^\/actions\/[^/]+\/$/.test(address))
    .map(({ address, root }) => ({ address, length: root.querySelector('main')!.text.length }))
    .sort((a, b) => b.length - a.length);
  const longest = byLength.slice(0, 8);
  const usual = byLength.slice(byLength.length / 4).slice(0, 8);
  expect(usual.length).toBe(8);
  for (const { address } of [...longest, ...usual]) {
    const sheets = await visit(address, async (page) => {
      const paper = await page.pdf({ format: 'A4' });
      return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    });
    expect(sheets, address).toBeLessThanOrEqual(
      longest.some((one) => one.address === address) ? 2 : 1,
    );
  }
});
