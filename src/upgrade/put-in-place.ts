import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { git, gitSays } from '../files/git.ts';

/** Where an upgrade works. Git ignores it. */
export const workshop = '.cache/upgrade';
/** Where files are kept that somebody changed while an upgrade was stopped. */
const keptFolder = '.cache/upgrade-kept';

/** What is being put in place, for a command that finds an upgrade stopped halfway. */
interface Begun {
  /** The commit of the copy. */
  copy: string;
  /** The files of the new state. */
  tree: string;
  hadPackages: boolean;
}

const noteIn = (root: string) => join(root, workshop, 'begun.json');
const earlierPackages = (root: string) => join(root, workshop, 'earlier-packages');

/**
 * Puts a new state in the place of a copy, its packages too. Nothing is committed, so that a person
 * can look at it first.
 *
 * @param from the folder with the packages of the new state
 * @throws after it has put back what was there
 */
export function putInPlace(
  root: string,
  from: string,
  { copy, tree }: { copy: string; tree: string },
): void {
  const packages = join(root, 'node_modules');
  const begun: Begun = { copy, tree, hadPackages: isThere(packages) };
  writeFileSync(noteIn(root), JSON.stringify(begun), { flush: true });
  try {
    if (begun.hadPackages) renameSync(packages, earlierPackages(root));
    renameSync(join(from, 'node_modules'), packages);
    gitSays(root, ['read-tree', '-m', '-u', copy, tree]);
  } catch (error) {
    goBack(root);
    throw error;
  }
  rmSync(noteIn(root));
}

/**
 * Puts back what was there before an upgrade that was stopped while it put the new state in place.
 *
 * @returns undefined where none was stopped so; else the files that somebody changed since, which are
 *   kept in a folder of their own
 */
export function goBack(root: string): { kept: string[] } | undefined {
  if (!existsSync(noteIn(root))) return undefined;
  const { copy, tree, hadPackages } = JSON.parse(readFileSync(noteIn(root), 'utf8')) as Begun;
  const lock = gitSays(root, ['rev-parse', '--git-path', 'index.lock']).toString().trim();
  rmSync(resolve(root, lock), { force: true });
  const kept: string[] = [];
  const restored: string[] = [];
  for (const { path, before, after } of differences(root, copy, tree)) {
    const file = join(root, path);
    if (isThere(file)) {
      const now = git(root, ['hash-object', '--', path])?.toString().trim();
      if (now !== before && now !== after) {
        mkdirSync(dirname(join(root, keptFolder, path)), { recursive: true });
        cpSync(file, join(root, keptFolder, path));
        kept.push(path);
      }
    }
    if (before === undefined) rmSync(file, { force: true });
    else restored.push(path);
  }
  gitSays(root, ['read-tree', copy]);
  if (restored.length > 0) {
    gitSays(root, ['checkout-index', '--force', '-z', '--stdin'], { input: restored.join('\0') });
  }
  git(root, ['update-index', '-q', '--refresh']);

  const packages = join(root, 'node_modules');
  const isMoved = isThere(earlierPackages(root));
  if (isMoved || !hadPackages) rmSync(packages, { recursive: true, force: true });
  if (isMoved) renameSync(earlierPackages(root), packages);
  rmSync(noteIn(root));
  return { kept: kept.map((path) => `${keptFolder}/${path}`) };
}

/** The files that differ between two states, and what git calls their contents in each. */
function differences(root: string, copy: string, tree: string) {
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--no-abbrev', copy, tree];
  const fields = gitSays(root, words).toString().split('\0');
  const listed: { path: string; before: string | undefined; after: string | undefined }[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , before, after] = fields[at]!.split(' ');
    const id = (text: string | undefined) => (/^0+$/.test(text ?? '0') ? undefined : text);
    listed.push({ path: fields[at + 1]!, before: id(before), after: id(after) });
  }
  return listed;
}

/** Whether there is anything at a path, even a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
