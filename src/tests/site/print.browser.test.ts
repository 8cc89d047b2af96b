import { expect, test } from 'vitest';
import { builtPages } from './built-pages.ts';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();

test('even the longest actions print on one sheet each', async () => {
  const longest = builtPages()
    .filter(({ address }) => /^\/actions\/[^/]+\/$/.test(address))
    .map(({ address, root }) => ({ address, length: root.querySelector('main')!.text.length }))
    .sort((a, b) => b.length - a.length)
    .slice(0, 8);
  expect(longest.length).toBe(8);
  for (const { address } of longest) {
    const sheets = await visit(address, async (page) => {
      const paper = await page.pdf({ format: 'A4' });
      return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    });
    expect(sheets, address).toBe(1);
  }
});
