import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { climateFolder } from '../fixtures/folders.ts';
import { buildFolder } from './build-folder.ts';
import { root } from './places.ts';

const place = join(root, '.cache/climate-site');
const site = join(place, 'site');
/** It is there once the build has ended, and holds what went wrong, or nothing. */
const outcome = join(place, 'outcome.txt');

/** Where the site on another subject is published: in a folder of its host. */
export const climateBase = '/our/plan';

/** Of what it is a preview. */
export const climatePreview = 'pull request 12';

/** Forgets the site of an earlier run. */
export function forgetClimateSite(): void {
  rmSync(place, { recursive: true, force: true });
}

/**
 * A site on another subject, published in a folder of its host and built as a preview. The first test
 * file that asks builds it, and another waits for it.
 *
 * @returns its folder
 */
export async function climateSite(): Promise<string> {
  if (isFirst()) {
    const { built, told } = buildFolder(climateFolder, site, { SITE_PREVIEW: climatePreview });
    writeFileSync(`${outcome}.new`, built ? '' : `The site did not build.\n${told}`);
    renameSync(`${outcome}.new`, outcome);
  }
  while (!existsSync(outcome)) await wait(50);
  const wrong = readFileSync(outcome, 'utf8');
  if (wrong !== '') throw new Error(wrong);
  return site;
}

function isFirst(): boolean {
  mkdirSync(join(root, '.cache'), { recursive: true });
  try {
    mkdirSync(place);
    return true;
  } catch {
    return false;
  }
}
