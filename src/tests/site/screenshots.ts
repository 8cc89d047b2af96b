/**
 * `npm run screenshots`: pictures of the main page types at both widths and in light and dark, in
 * `screenshots/`, for whoever reviews a change. Builds the site first.
 * Exit 0: done. 2: could not run.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { readOptions } from '../../commands/read-options.ts';
import { run } from '../../commands/run.ts';
import buildSite from './build-site.ts';
import { root } from './places.ts';
import { inParallel } from './in-parallel.ts';
import { launchOptions } from './find-chromium.ts';
import { pageTypes } from './page-types.ts';
import { serveSite } from './served-site.ts';

const usage = `npm run screenshots
  builds the site of the tests, and takes pictures of its main pages into the folder screenshots:
  on a phone and on a wide screen, in light and in dark
`;

await run('No pictures were taken.', async () => {
  if (readOptions(usage, {}) === undefined) return;
  buildSite();
  const { builtSite } = await import('./built-site.ts');
  const folder = join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const site = await serveSite(builtSite);
  const browser = await chromium.launch(launchOptions());
  const pictures = Object.entries(pageTypes).flatMap(([name, address]) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [320, 1280].map((width) => ({ name, address, colorScheme, width })),
    ),
  );
  await inParallel(pictures, async ({ name, address, colorScheme, width }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    await page.goto(site.origin + address);
    const file = `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
    await page.close();
  });
  await browser.close();
  await site.close();
  process.stdout.write(`${pictures.length} pictures in ${folder}\n`);
});
