import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { commitNamed, git, gitSays } from '../files/git.ts';
import { compareVersions, versionOf } from './versions.ts';

/** Where git keeps what it fetched, as long as an upgrade runs. Nobody’s own names begin so. */
const refs = 'refs/upgrade';

/**
 * Fetches the upstream’s branches and its tags of versions, without touching any branch or tag of the copy.
 *
 * @param from an address, or a folder that git keeps
 */
export function fetchUpstream(root: string, from: string): void {
  const source = existsSync(resolve(root, from)) ? resolve(root, from) : from;
  const wanted = ['HEAD:head', 'refs/heads/*:branches/*', 'refs/tags/*:tags/*'];
  try {
    gitSays(
      root,
      [
        ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--refmap=', '--', source],
        ...wanted.map((each) => `+${each.replace(':', `:${refs}/`)}`),
      ],
      { env: { GIT_TERMINAL_PROMPT: '0' } },
    );
  } catch (error) {
    throw new Error(
      `The newer version could not be fetched from “${from}”. Is the address right, and are you online? ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** Takes away the names under which an upgrade fetched. */
export function forgetUpstream(root: string): void {
  const names = git(root, ['for-each-ref', '--format=delete %(refname)', refs])?.toString();
  if (names) git(root, ['update-ref', '--stdin'], names);
}

/** A state of the program that can be taken. */
export interface Target {
  commit: string;
  /** How a person named it, or would: “1.4.0”, or the name of a branch. */
  name: string;
  /** It has no version of its own, because the upstream has none. */
  isUntagged: boolean;
}

/**
 * What was asked for, or the newest version; where the upstream has no tag of a version, its newest state.
 *
 * @param to a version, tag, branch or commit
 * @throws where there is no such thing
 */
export function targetIn(root: string, to: string | undefined): Target {
  const tags = (git(root, ['for-each-ref', '--format=%(refname)', `${refs}/tags`]) ?? '')
    .toString()
    .split('\n')
    .map((ref) => ref.slice(`${refs}/tags/`.length))
    .filter((tag) => versionOf(tag) !== undefined)
    .sort((a, b) => compareVersions(versionOf(b)!, versionOf(a)!));
  if (to === undefined) {
    const [newest] = tags;
    const name = newest === undefined ? 'the newest state' : versionOf(newest)!;
    const commit = commitNamed(root, `${refs}/${newest === undefined ? 'head' : `tags/${newest}`}`);
    if (commit === undefined) throw new Error('The upstream is an empty repository.');
    return { commit, name, isUntagged: newest === undefined };
  }
  const tag = tags.find((tag) => tag === to || versionOf(tag) === versionOf(to));
  const names = [...(tag ? [`${refs}/tags/${tag}`] : []), `${refs}/branches/${to}`, to];
  for (const name of names) {
    const commit = commitNamed(root, name);
    if (commit !== undefined) return { commit, name: to, isUntagged: tag === undefined };
  }
  const there = tags.length === 0 ? 'none' : tags.map((tag) => versionOf(tag)!).join(', ');
  throw new Error(`The upstream has no version “${to}”. The versions are: ${there}.`);
}

/** A file as git keeps it. */
export interface Blob {
  mode: string;
  id: string;
}

/** Every file of a commit or tree, by its path from the root. */
export function filesOf(root: string, tree: string): Map<string, Blob> {
  const listed = gitSays(root, ['ls-tree', '-r', '-z', '--full-tree', tree]).toString().split('\0');
  return new Map(
    listed.filter(Boolean).map((line) => {
      const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line)!;
      return [path!, { mode: mode!, id: id! }];
    }),
  );
}

/** What the upstream ever had, and which of its states a copy is nearest to. */
export interface Past {
  /** Whether a path of the upstream ever had this content. */
  everHad: (path: string, id: string) => boolean;
  /** Whether the upstream ever had a file there. */
  everKnew: (path: string) => boolean;
  /**
   * The first and the last of the commits that differ from the copy in the fewest files. Between those
   * two commits, only files changed that the adopter changed too, or that do not show which version a
   * copy was taken from.
   */
  nearest: { first: string; last: string };
}

/**
 * Goes through the history of a version once. So a copy need not say from which state it was taken, and
 * need not share any history with the upstream.
 *
 * @param own the files of the copy
 * @param counts which paths say something about the state that a copy was taken from
 */
export function pastOf(
  root: string,
  target: string,
  own: ReadonlyMap<string, Blob>,
  counts: (path: string) => boolean,
): Past {
  const log = gitSays(root, [
    ...['-c', 'core.quotePath=false', 'log', '--first-parent', '-m', '--reverse', '--root'],
    ...['--raw', '--no-abbrev', '--no-renames', '--format=commit %H', target],
  ]).toString();
  const had = new Map<string, Set<string>>();
  const there = new Map<string, string>();
  let equal = 0;
  let best = { first: target, last: target, score: Infinity };
  let commit: string | undefined;
  const judge = () => {
    const score = there.size - 2 * equal;
    if (commit === undefined || score > best.score) return;
    best = { first: score < best.score ? commit : best.first, last: commit, score };
  };
  for (const line of log.split('\n')) {
    const begun = /^commit ([0-9a-f]+)$/.exec(line)?.[1];
    if (begun !== undefined) {
      judge();
      commit = begun;
    }
    const [, id, kind, path] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) (\w)\t(.*)$/.exec(line) ?? [];
    if (path === undefined) continue;
    const isGone = kind === 'D';
    if (!isGone) had.set(path, (had.get(path) ?? new Set()).add(id!));
    if (!counts(path)) continue;
    const mine = own.get(path)?.id;
    if (mine !== undefined && there.get(path) === mine) equal--;
    if (isGone) there.delete(path);
    else there.set(path, id!);
    if (mine !== undefined && there.get(path) === mine) equal++;
  }
  judge();
  return {
    everHad: (path, id) => had.get(path)?.has(id) ?? false,
    everKnew: (path) => had.has(path),
    nearest: best,
  };
}
