import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';

const compressed = (path: string) =>
  gzipSync(readFileSync(join(builtSite, path)), { level: 9 }).length;

test('an action page comes in one round trip: HTML and styles within 14 KB, all but the font within 20 KB', () => {
  const actions = builtPages().filter(({ address }) => /^\/actions\/[^/]+\/$/.test(address));
  expect(actions.length).toBeGreaterThan(100);
  for (const { address, root } of actions) {
    const styles = root
      .querySelectorAll('link[rel="stylesheet"]')
      .map((link) => link.getAttribute('href')!);
    const others = [
      ...root.querySelectorAll('script[src]').map((script) => script.getAttribute('src')!),
      ...root.querySelectorAll('img[src]').map((image) => image.getAttribute('src')!),
    ];
    const weigh = (paths: string[]) => paths.reduce((sum, path) => sum + compressed(path), 0);
    const first = weigh([`${address}index.html`, ...styles]);
    expect(first, address).toBeLessThanOrEqual(14 * 1024);
    expect(first + weigh(others), address).toBeLessThanOrEqual(20 * 1024);
  }
});

test('the script of each page is one file, so that none waits for another', () => {
  const scripts = new Set(
    builtPages().flatMap(({ root }) =>
      root
        .querySelectorAll('script[type="module"][src]')
        .map((script) => script.getAttribute('src')!),
    ),
  );
  expect(scripts.size).toBeGreaterThan(3);
  for (const script of scripts) {
    const text = readFileSync(join(builtSite, script), 'utf8');
    expect(text, script).not.toMatch(/(?:^|[;}])\s*(?:import|export)\b[^;(]*\bfrom\s*["'`]/);
  }
});
