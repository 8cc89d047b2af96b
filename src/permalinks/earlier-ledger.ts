import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commitNamed, fileAt, git } from '../files/git.ts';
import type { Problem } from '../records/problem.ts';
import { permalinkProblem, readLedger, type Ledger } from './ledger.ts';

/** `permalinks.txt` as an earlier state of the repository has it. */
export interface EarlierLedger {
  /** The state, as a person would name it after “since”: “your last commit”. */
  since: string;
  text: string;
}

/**
 * The states with which a build compares without being told to: the newest commit, which shows a
 * line that was taken out just now, and the state from which this branch left the main one, which
 * shows one taken out in a pull request. What git does not have here is left out: a copy without
 * git has nothing to compare with, and a shallow clone has only its newest commit.
 *
 * @param folder the data folder
 */
export function earlierLedgers(folder: string): EarlierLedger[] {
  const base = git(folder, ['merge-base', 'HEAD', 'origin/HEAD'])?.toString().trim();
  return [
    earlierLedger(folder, 'HEAD', 'your last commit') ?? [],
    base === undefined ? [] : (earlierLedger(folder, base, 'your branch began') ?? []),
  ].flat();
}

/**
 * Undefined where that state has no such file, or is of a site at another address: an adopter who
 * starts afresh owes nothing to the links of the site that the project came from.
 */
export function earlierLedger(folder: string, ref: string, since = ref): EarlierLedger | undefined {
  const commit = commitNamed(folder, ref);
  const site = commit && fileAt(folder, commit, 'site.yaml');
  if (commit === undefined || site === undefined) return undefined;
  if (isElsewhere(site, readFileSync(join(folder, 'site.yaml'), 'utf8'))) return undefined;
  const text = fileAt(folder, commit, 'permalinks.txt');
  return text === undefined ? undefined : { since, text };
}

/**
 * Whether two records of a site say clearly that it is at another address, however they are typed.
 * Where one of them cannot be read, nobody has said so.
 */
function isElsewhere(before: string, now: string): boolean {
  const [a, b] = [addressIn(before), addressIn(now)];
  return a !== undefined && b !== undefined && a !== b;
}

function addressIn(site: string): string | undefined {
  try {
    const { url } = (parse(site, { schema: 'failsafe' }) ?? {}) as { url?: unknown };
    if (typeof url !== 'string' || !URL.canParse(url.trim())) return undefined;
    return new URL(url.trim()).href.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}

/** Lines that were in an earlier state and are not any more; each is told of once. */
export function removedLines(
  earlier: readonly EarlierLedger[],
  { links }: Ledger,
  file: string,
): Problem[] {
  const known = new Set(links.map(({ address }) => address));
  return earlier.flatMap(({ since, text }) => {
    const removed = readLedger(text, file)
      .ledger.links.map(({ address }) => address)
      .filter((address) => !known.has(address));
    for (const address of removed) known.add(address);
    if (removed.length === 0) return [];
    return permalinkProblem(
      file,
      removed.length === 1
        ? `A line was taken out of this file since ${since}.`
        : `${removed.length} lines were taken out of this file since ${since}.`,
      ['Somebody may have a link there. Put back:', ...removed.map((line) => `  ${line}`)].join(
        '\n',
      ),
    );
  });
}
