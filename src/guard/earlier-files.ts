import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { DataFile } from '../records/data-files.ts';

/**
 * The files of a data folder as an earlier state of the repository has them.
 *
 * @param ref a commit, branch or tag, such as `origin/main`
 * @param folder the data folder, within a working copy of the repository
 * @throws if there is no such state, or the folder is in no repository; the message is for an editor
 */
export function earlierFiles(ref: string, folder: string): DataFile[] {
  const git = (words: string[], input = '') =>
    execFileSync('git', words, {
      cwd: resolve(folder),
      input,
      maxBuffer: 2 ** 31 - 1,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  let commit: string;
  try {
    commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
      .toString()
      .trim();
  } catch {
    throw new Error(
      `There is no earlier state “${ref}” of the folder “${folder}”. Name a commit, branch or tag that git knows here, such as origin/main.`,
    );
  }
  // From within the folder, git names its files from there.
  const listed = git(['ls-tree', '-r', '-z', commit]).toString().split('\0').filter(Boolean);
  const blobs = listed.flatMap((entry) => {
    const [, type, id, path] = /^\d+ (\w+) ([0-9a-f]+)\t(.*)$/s.exec(entry)!;
    return type === 'blob' ? [{ id: id!, path: path! }] : [];
  });
  const contents = git(['cat-file', '--batch'], blobs.map(({ id }) => `${id}\n`).join(''));
  let at = 0;
  const files = blobs.map(({ path }): DataFile => {
    const header = contents.subarray(at, contents.indexOf(10, at)).toString();
    const size = Number(header.split(' ')[2]);
    const start = at + header.length + 1;
    at = start + size + 1;
    return { path, bytes: contents.subarray(start, start + size) };
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
