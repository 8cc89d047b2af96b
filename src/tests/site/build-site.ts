import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { twoPlans } from '../fixtures/folders.ts';
import { findChromium } from './find-chromium.ts';
import { ownEnvironment } from './own-environment.ts';

/** The root of the project. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the tests build the site, apart from a contributor’s own `dist`. */
export const builtSite = fileURLToPath(new URL('../../../.cache/test-site/', import.meta.url));

/** The day that the tests judge lateness by, so that they say the same tomorrow. */
export const testDate = '2026-11-22';

/** Builds the site once for all tests that look at built pages, and sees to a browser for them. */
export default function buildSite(): void {
  // Here and not where two test files would install it at the same time.
  findChromium();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', builtSite],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...ownEnvironment(),
        SITE_DATA: twoPlans,
        SITE_DATE: testDate,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    },
  );
  if (status !== 0) throw new Error(`The site did not build.\n${stdout}\n${stderr}`);
}
