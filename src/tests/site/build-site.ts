import { spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { twoPlans } from '../fixtures/folders.ts';
import { buildProgram, folderForBuilds } from './build-folder.ts';
import { forgetClimateSite } from './climate-site.ts';
import { findChromium } from './find-chromium.ts';
import { root } from './places.ts';

/**
 * Where the tests build the site, apart from a contributor’s own `dist`. Whoever reads it wants
 * `built-site.ts`, which waits for it.
 */
export const placeOfSite = join(root, '.cache/test-site/');

/** A file that is there once the build has ended. It holds what went wrong, or nothing. */
export const outcomeOfBuild = join(root, '.cache/test-site.txt');

/**
 * Begins to build the site once for all tests that look at built pages, and sees to a browser for
 * them. Tests that look at other things run meanwhile.
 *
 * @returns what stops the build if it still goes on
 */
export default function buildSite(): () => void {
  // Here and not where two test files would install it at the same time.
  findChromium();
  rmSync(outcomeOfBuild, { force: true });
  forgetClimateSite();
  const cacheDir = folderForBuilds('cache');
  const { program, env } = buildProgram(twoPlans, placeOfSite, cacheDir);
  const [node, ...words] = program;
  const building = spawn(node, words, { cwd: root, env });
  let told = '';
  for (const stream of [building.stdout, building.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (told += text));
  }
  building.on('close', (status) => {
    rmSync(cacheDir, { recursive: true });
    const inWriting = `${outcomeOfBuild}.new`;
    writeFileSync(inWriting, status === 0 ? '' : `The site did not build.\n${told}`);
    renameSync(inWriting, outcomeOfBuild);
  });
  return () => void building.kill();
}
