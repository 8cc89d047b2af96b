import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, testDate } from './places.ts';
import { ownEnvironment } from './own-environment.ts';

const script = `
import { withAstro } from './src/commands/build-site.ts';
try {
  await withAstro(JSON.parse(process.argv[1]));
  console.log(process.resourceUsage().maxRSS);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}`;

/** The program that builds a site from a data folder, and the environment that it wants. */
export function buildProgram(
  data: string,
  folder: string,
  cacheDir: string,
): { program: [string, ...string[]]; env: NodeJS.ProcessEnv } {
  const options = { outDir: folder, cacheDir, logLevel: 'error' };
  return {
    program: [
      process.execPath,
      // As npm run build has it.
      '--max-semi-space-size=16',
      '--no-parallel-scavenge',
      '--input-type=module',
      '--eval',
      script,
      JSON.stringify(options),
    ],
    env: {
      ...ownEnvironment(),
      SITE_DATA: data,
      SITE_DATE: testDate,
      // As npm run build has it.
      NODE_COMPILE_CACHE: join(root, '.cache/node'),
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  };
}

/**
 * A folder for the builds of one test file. It is in the project: Astro puts the parts of a site that
 * is built elsewhere into one place for all builds, where those of two at once would meet.
 */
export function folderForBuilds(name: string): string {
  const place = join(root, '.cache/test-builds');
  mkdirSync(place, { recursive: true });
  return mkdtempSync(join(place, `${name}-`));
}

/**
 * Builds a site from a data folder of its own, beside the one that the other tests look at.
 *
 * @param data the data folder
 * @param folder where to put the site, in one of `folderForBuilds`
 * @param more what else the environment says
 * @returns whether it was built, what was told, and the most memory that the process held
 */
export function buildFolder(
  data: string,
  folder: string,
  more: NodeJS.ProcessEnv = {},
): {
  built: boolean;
  told: string;
  megabytes: number;
} {
  const cacheDir = folderForBuilds('cache');
  const { program, env } = buildProgram(data, folder, cacheDir);
  const [node, ...words] = program;
  const { status, stdout, stderr } = spawnSync(node, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, ...more },
  });
  rmSync(cacheDir, { recursive: true });
  const kilobytes = Number(stdout.trim().split('\n').at(-1));
  return { built: status === 0, told: stdout + stderr, megabytes: Math.round(kilobytes / 1000) };
}
