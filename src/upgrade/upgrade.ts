import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git, gitSays } from '../files/git.ts';
import { whileLockedFor } from '../files/lock.ts';
import { changesBetween } from './changelog.ts';
import { readPackage } from './package-files.ts';
import { planUpgrade, type UpgradePlan } from './plan.ts';
import { goBack, putInPlace, workshop } from './put-in-place.ts';
import { npm, trialOf } from './trial.ts';
import { fetchUpstream, forgetUpstream, targetIn } from './upstream.ts';
import { compareVersions, versionOf } from './versions.ts';

/** What somebody asked for. */
export interface UpgradeOptions {
  /** The address or folder of the upstream; else the one in `package.json`. */
  from?: string | undefined;
  /** A version, tag or branch; else the newest version. */
  to?: string | undefined;
  /** Whether files of the program that the adopter changed are replaced. */
  replace: boolean;
}

/**
 * Brings a newer version of the program into a copy and leaves the adopter’s files alone. All of it
 * happens in a folder beside the copy first: its packages, its records in the new shape, and the check.
 * Only where all is well does it take the place of what was there, so a failure changes nothing.
 *
 * @param root the root of the copy
 * @param say tells how it goes, a line at a time
 * @throws in plain words, where the copy is as it was before
 */
export async function upgrade(
  root: string,
  options: UpgradeOptions,
  say: (line: string) => void,
): Promise<void> {
  refuseElsewhere(root);
  await whileLockedFor(
    join(root, '.cache/upgrade-lock'),
    async () => {
      tellStopped(root, say);
      refuseUncommitted(root);
      try {
        mkdirSync(join(root, workshop), { recursive: true });
        upgradeAlone(root, options, say);
      } finally {
        forgetUpstream(root);
        rmSync(join(root, workshop), { recursive: true, force: true });
      }
    },
    () => say('Another upgrade is running here.'),
    0,
  );
}

function upgradeAlone(
  root: string,
  { from, to, replace }: UpgradeOptions,
  say: (line: string) => void,
): void {
  const had = readPackage(readFileSync(join(root, 'package.json'), 'utf8'));
  const source = from ?? had.upstream;
  if (source === undefined) {
    throw new Error(
      'It does not know where newer versions come from. Say it once, and it is kept in package.json:  npm run upgrade -- --from ADDRESS',
    );
  }
  const copy = gitSays(root, ['rev-parse', 'HEAD']).toString().trim();
  say(`Looking for newer versions at ${source}`);
  fetchUpstream(root, source);
  const target = targetIn(root, to);
  const has = readPackage(fileIn(root, target.commit, 'package.json'));
  if (target.isUntagged && to === undefined) {
    say('No version is marked there by a tag, so this takes the newest state.');
  }
  const [before, after] = [had.version, has.version].map(sureVersion) as [string, string];
  if (compareVersions(after, before) < 0) {
    throw new Error(`You have ${before} already, and that is newer than ${after}.`);
  }
  const plan = planUpgrade(root, {
    copy,
    target: target.commit,
    // A folder on this computer means nothing on another one, so it is not remembered.
    ...(/^(?:https|ssh):\/\/|^git@/.test(source) && { upstream: source }),
  });
  if (plan.changes.size === 0) {
    say(`You have ${after} already. There is nothing to do.`);
    return;
  }
  if (plan.clashes.size > 0 && !replace) {
    throw new Error(refusal(plan.clashes));
  }

  const folder = join(root, workshop, 'new');
  const trial = trialOf(root, folder, copy, plan.changes);
  say(`Trying ${after} beside your copy. This takes a minute or two.`);
  const failed = `Version ${after} does not work with your copy yet.`;
  npm(folder, ['ci'], `${failed} Its packages could not be installed. npm says:`);
  const migrated = npm(
    folder,
    ['run', '--silent', 'migrate', '--', '--since', before],
    `${failed} Some records could not be brought into the new shape. Change them, commit, and upgrade again:`,
  );
  npm(folder, ['run', '--silent', 'schemas'], `${failed} What VS Code offers could not be made:`);
  npm(
    folder,
    ['run', '--silent', 'check'],
    `${failed} The check finds mistakes with it. Correct the records, commit, and upgrade again:`,
  );
  putInPlace(root, folder, { copy, tree: trial.tree() });

  tellDone({ plan, copy, migrated, versions: [before, after] }, say);
  tellChanges(join(root, 'CHANGELOG.md'), [before, after], say);
  say(next(after));
}

/** What an upgrade came to. */
interface Done {
  plan: UpgradePlan;
  /** The commit of the copy as it was before. */
  copy: string;
  /** What the change of the records’ shape said. */
  migrated: string;
  versions: readonly [before: string, after: string];
}

function tellDone(
  { plan, copy, migrated, versions: [before, after] }: Done,
  say: (line: string) => void,
): void {
  const short = copy.slice(0, 8);
  const has =
    before === after
      ? `still has version ${after}, and the files that changed since are in it`
      : `has version ${after} now (it had ${before})`;
  say(`\nYour copy ${has}. data/ and what you put into public/ are as before.`);
  if (migrated.trim() !== '')
    say(`Your records were brought into the new shape. ${migrated.trim()}`);
  if (plan.kept.length > 0) {
    say(`You changed these files of the program, and yours stay:\n${list(plan.kept)}`);
  }
  if (plan.clashes.size > 0) {
    say(
      `You had changed these files. They are now those of the new version:\n${list(plan.clashes.keys())}\nTo see one as you had it:  git show ${short}:PATH`,
    );
  }
}

function next(version: string): string {
  return `
Next:
1. Look at the site:  npm start
2. Keep the new version:  git add --all && git commit -m "Upgrade to ${version}"
3. Push it, as you do with a change of a record.

To go back instead:  git reset --hard && npm ci`;
}

function refuseElsewhere(root: string): void {
  const top = git(root, ['rev-parse', '--show-prefix'])?.toString();
  if (top === undefined) {
    throw new Error(
      'This folder is not kept with git, so nothing could be undone. Type  git init && git add --all && git commit -m "Begin"  and try again.',
    );
  }
  if (top !== '\n' || !existsSync(join(root, 'package.json'))) {
    throw new Error(
      'Run this in the folder of the project. The folder must be the root of a git repository.',
    );
  }
  if (git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined) {
    throw new Error('Nothing is committed here yet. Commit your copy first.');
  }
}

function refuseUncommitted(root: string): void {
  const changes = gitSays(root, ['status', '--porcelain']).toString().split('\n').filter(Boolean);
  if (changes.length === 0) return;
  const shown = changes.slice(0, 10).map((line) => line.slice(3));
  const more = changes.length > shown.length ? `\n  and ${changes.length - shown.length} more` : '';
  throw new Error(
    `There are changes that are not committed yet. Commit them first, or undo them:\n${list(shown)}${more}`,
  );
}

/** An upgrade that was stopped before may have left the copy halfway. */
function tellStopped(root: string, say: (line: string) => void): void {
  const stopped = goBack(root);
  rmSync(join(root, workshop), { recursive: true, force: true });
  forgetUpstream(root);
  if (stopped === undefined) return;
  say('An earlier upgrade was stopped halfway. Everything is as it was before it.');
  if (stopped.kept.length > 0) {
    say(`You changed files since. They are kept here:\n${list(stopped.kept)}`);
  }
}

function refusal(clashes: ReadonlyMap<string, string>): string {
  const files = [...clashes].map(([path, how]) => `${path}\n    ${how}`);
  return `You changed files of the program, which a newer version would replace:
${list(files)}
Is a change useful for everybody? Offer it to the people who make the program. Is it something that the site says about itself? Move it to data/.
To take the new version’s files, run the command again with  -- --replace  Yours stay in git’s history.`;
}

function tellChanges(
  changelog: string,
  [before, after]: readonly [string, string],
  say: (line: string) => void,
): void {
  if (!existsSync(changelog)) return;
  const entries = changesBetween(readFileSync(changelog, 'utf8'), before, after);
  if (entries.length === 0) return;
  say('\nWhat is new:');
  for (const { version, text } of entries) say(`\n${version}\n\n${text}`);
}

function fileIn(root: string, commit: string, path: string): string {
  const text = git(root, ['show', `${commit}:${path}`])?.toString();
  if (text === undefined)
    throw new Error(`What was fetched is another program: it has no ${path}.`);
  return text;
}

function sureVersion(text: string): string {
  const version = versionOf(text);
  if (version !== undefined) return version;
  throw new Error(`“${text}” in package.json is not a version such as 1.4.0.`);
}

function list(lines: Iterable<string>): string {
  return [...lines].map((line) => `  ${line}`).join('\n');
}
