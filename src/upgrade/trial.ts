import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitSays } from '../files/git.ts';
import type { Blob } from './upstream.ts';

/** The new version beside the copy, with the copy’s data, as it would be. */
export interface Trial {
  folder: string;
  /** Its files, as git keeps a folder. */
  tree: () => string;
}

/**
 * Writes a copy as it would be after some changes into a folder of its own. The copy itself, its index
 * and its packages are not touched.
 *
 * @param folder an empty or missing folder that git ignores
 * @param copy the commit of the copy
 */
export function trialOf(
  root: string,
  folder: string,
  copy: string,
  changes: ReadonlyMap<string, Blob | undefined>,
): Trial {
  mkdirSync(folder, { recursive: true });
  const index = { GIT_INDEX_FILE: join(folder, '..', 'index') };
  gitSays(root, ['read-tree', copy], { env: index });
  const lines = [...changes].map(([path, blob]) =>
    blob === undefined ? `0 ${'0'.repeat(40)}\t${path}\0` : `${blob.mode} ${blob.id}\t${path}\0`,
  );
  gitSays(root, ['update-index', '-z', '--index-info'], { env: index, input: lines.join('') });
  gitSays(root, ['checkout-index', '--all', '--quiet', `--prefix=${folder}/`], { env: index });
  const env = {
    ...index,
    GIT_DIR: gitSays(root, ['rev-parse', '--absolute-git-dir']).toString().trim(),
    GIT_WORK_TREE: folder,
  };
  return {
    folder,
    tree: () => {
      gitSays(folder, ['add', '--all'], { env });
      return gitSays(folder, ['write-tree'], { env }).toString().trim();
    },
  };
}

/** A step did not succeed. */
class StepFailed extends Error {
  override name = 'StepFailed';
}

/**
 * Runs npm in a folder.
 *
 * @param words such as `['run', 'check']`
 * @param refusal what it means for a person where npm does not succeed
 * @returns what it wrote
 * @throws StepFailed with the end of what it wrote
 */
export function npm(folder: string, words: readonly string[], refusal: string): string {
  const own = process.env['npm_execpath'];
  const isNpm = own !== undefined && /npm-cli\.c?js$/.test(own);
  const [program, ...before] = isNpm ? [process.execPath, own] : ['npm'];
  const env = { ...process.env };
  // npm must read the copy’s own records, even if the environment names another folder.
  delete env['SITE_DATA'];
  const { status, stdout, stderr, error } = spawnSync(program!, [...before, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 31 - 1,
  });
  if (error !== undefined) throw error;
  if (status === 0) return stdout;
  const lines = `${stdout}${stderr}`.trim().split('\n');
  // The check prints mistakes first, and npm prints them last.
  const said =
    lines.length > 80
      ? [...lines.slice(0, 40), '…', ...lines.slice(-40)].join('\n')
      : lines.join('\n');
  throw new StepFailed(`${refusal}\n\n${said}\n`);
}
