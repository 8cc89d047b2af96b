import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, testDate } from './build-site.ts';
import { ownEnvironment } from './own-environment.ts';

const script =
  "import { build } from 'astro'; await build(JSON.parse(process.argv[1])).catch((error) => { console.error(error.message); process.exit(1); });";

/**
 * Builds a site from a data folder of its own, beside the one that the other tests look at.
 *
 * @param data the data folder
 * @param folder where to put the site
 * @returns whether it was built, and what was told
 */
export function buildFolder(data: string, folder: string): { built: boolean; told: string } {
  const cacheDir = mkdtempSync(join(tmpdir(), 'site-cache-'));
  const options = { outDir: folder, cacheDir, logLevel: 'error' };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, JSON.stringify(options)],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...ownEnvironment(),
        SITE_DATA: data,
        SITE_DATE: testDate,
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
      },
    },
  );
  rmSync(cacheDir, { recursive: true });
  return { built: status === 0, told: stdout + stderr };
}
