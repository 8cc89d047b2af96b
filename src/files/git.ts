import { spawnSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';

/**
 * What git says in a folder. Undefined where git is missing, the folder is in no repository, or git
 * cannot answer.
 */
export function git(folder: string, words: readonly string[], input = ''): Buffer | undefined {
  const { status, stdout } = spawnSync('git', words, {
    cwd: folder,
    input,
    maxBuffer: 2 ** 31 - 1,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

/**
 * The commit that a name means here.
 *
 * @param ref a commit, branch or tag, such as `origin/main`; a name with a dash at its start is none
 */
export function commitNamed(folder: string, ref: string): string | undefined {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return git(folder, words)?.toString().trim();
}

/** A file as a commit has it, by its path from the folder. */
export function fileAt(folder: string, commit: string, path: string): string | undefined {
  return git(folder, ['show', `${commit}:./${path}`])?.toString();
}

/** A folder as an earlier state of a repository has it. */
export interface EarlierFolder {
  /** Where git knows it. */
  from: string;
  /** By what git knows what is in it. */
  tree: string;
}

/**
 * What a folder was in an earlier state. Git is asked from outside the folder first: by now the
 * folder may be a link to another, or a repository of its own, and nobody inside would see what was
 * there before.
 *
 * @param ref a commit, branch or tag, such as `origin/main`
 * @returns undefined where git has no such state, or no such folder in it
 */
export function folderAt(folder: string, ref: string): EarlierFolder | undefined {
  const within = resolve(folder);
  const places = [
    { from: dirname(within), path: `./${basename(within)}` },
    { from: within, path: './' },
  ];
  for (const { from, path } of places) {
    const commit = commitNamed(from, ref);
    const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:${path}`];
    const tree = commit && git(from, words)?.toString().trim();
    if (tree && git(from, ['cat-file', '-t', tree])?.toString() === 'tree\n') return { from, tree };
  }
  return undefined;
}

/** A file of such a folder, by its path from there. */
export function fileIn({ from, tree }: EarlierFolder, path: string): string | undefined {
  return git(from, ['cat-file', 'blob', `${tree}:${path}`])?.toString();
}

/** The ordinary files of such a folder and the folders in it, by their paths from there. */
export function filesIn({ from, tree }: EarlierFolder): { path: string; bytes: Uint8Array }[] {
  const words = ['ls-tree', '-r', '-z', '--full-tree', tree];
  const listed = (git(from, words) ?? '').toString().split('\0');
  const blobs = listed.filter(Boolean).flatMap((entry) => {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry)!;
    // Neither links, which may lead anywhere, nor other repositories.
    return mode!.startsWith('100') ? [{ id: id!, path: path! }] : [];
  });
  const ids = blobs.map(({ id }) => `${id}\n`).join('');
  const contents = git(from, ['cat-file', '--batch'], ids) ?? Buffer.alloc(0);
  let at = 0;
  return blobs.map(({ path }) => {
    const header = contents.subarray(at, contents.indexOf(10, at)).toString();
    const size = Number(header.split(' ')[2]);
    const start = at + header.length + 1;
    at = start + size + 1;
    return { path, bytes: contents.subarray(start, start + size) };
  });
}

/** The names of the files of one folder as a commit has them. */
export function namesAt(folder: string, commit: string, path: string): string[] {
  return (git(folder, ['ls-tree', '-z', '--name-only', commit, `./${path}/`]) ?? '')
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((name) => name.slice(name.lastIndexOf('/') + 1));
}

/** The branches that git knows here, those of others too; the ones that changed last come first. */
export function branches(folder: string): { name: string; commit: string }[] {
  const format = '%(objectname) %(refname:short)';
  const words = ['for-each-ref', '--sort=-committerdate', '--format', format];
  return (git(folder, [...words, 'refs/heads', 'refs/remotes']) ?? '')
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => ({
      commit: line.slice(0, line.indexOf(' ')),
      name: line.slice(line.indexOf(' ') + 1),
    }));
}

/**
 * What git says, where there is no going on without it.
 *
 * @param more what it reads, and what else is in its environment
 * @throws with git’s own words
 */
export function gitSays(
  folder: string,
  words: readonly string[],
  more: { input?: string; env?: Record<string, string> } = {},
): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', words, {
    cwd: folder,
    input: more.input ?? '',
    env: { ...process.env, ...more.env },
    maxBuffer: 2 ** 31 - 1,
  });
  if (error !== undefined) throw error;
  if (status === 0) return stdout;
  throw new Error(`git ${words[0]!} says: ${stderr.toString().trim() || 'nothing'}`);
}
