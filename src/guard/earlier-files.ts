import { resolve } from 'node:path';
import { commitNamed, filesAt } from '../files/git.ts';
import type { DataFile } from '../records/data-files.ts';

/**
 * The files of a data folder as an earlier state of the repository has them.
 *
 * @param ref a commit, branch or tag, such as `origin/main`
 * @param folder the data folder, within a working copy of the repository
 * @throws if there is no such state, or the folder is in no repository; the message is for an editor
 */
export function earlierFiles(ref: string, folder: string): DataFile[] {
  const within = resolve(folder);
  const commit = commitNamed(within, ref);
  if (commit === undefined) {
    throw new Error(
      `There is no earlier state “${ref}” of the folder “${folder}”. Name a commit, branch or tag that git knows here, such as origin/main.`,
    );
  }
  return filesAt(within, commit).sort((a, b) => (a.path < b.path ? -1 : 1));
}
