import { commitNamed, filesIn, folderAt } from '../files/git.ts';
import type { DataFile } from '../records/data-files.ts';

/**
 * The files of a data folder as an earlier state of the repository has them.
 *
 * @param ref a commit, branch or tag, such as `origin/main`
 * @param folder the data folder, within a working copy of the repository
 * @throws if there is no such state, or no record in the folder there; the message is for an editor
 */
export function earlierFiles(ref: string, folder: string): DataFile[] {
  const earlier = folderAt(folder, ref);
  if (earlier === undefined && commitNamed(folder, ref) === undefined) {
    throw new Error(
      `There is no earlier state “${ref}” of the folder “${folder}”. Name a commit, branch or tag that git has here, such as origin/main.`,
    );
  }
  const files = earlier === undefined ? [] : filesIn(earlier);
  // With nothing to compare with, every change would pass.
  if (!files.some(({ path }) => path.endsWith('.yaml'))) {
    throw new Error(
      `There are no records in the folder “${folder}” in the state “${ref}”, so there is nothing to compare with. If the folder was moved, move it back.`,
    );
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
