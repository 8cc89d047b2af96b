import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { fileIn, folderAt, git } from '../files/git.ts';
import { bytesIfThere } from '../files/save-files.ts';
import { dataFilesIn } from '../records/data-files.ts';
import type { Problem } from '../records/problem.ts';
import { permalinkProblem, readLedger, type Ledger } from './ledger.ts';

/** `permalinks.txt` as an earlier state of the repository has it. */
export interface EarlierLedger {
  /** The state, as a person would name it after “since”: “your last commit”. */
  since: string;
  text: string;
  /** Whether the site still owes an address of that time to those who have a link to it. */
  owes: (address: string) => boolean;
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
  const base = [dirname(folder), folder]
    .map((from) => git(from, ['merge-base', 'HEAD', 'origin/HEAD'])?.toString().trim())
    .find((commit) => commit !== undefined);
  return [
    earlierLedger(folder, 'HEAD', 'your last commit') ?? [],
    base === undefined ? [] : (earlierLedger(folder, base, 'your branch began') ?? []),
  ].flat();
}

/**
 * Undefined where that state has no such file. An adopter who starts afresh, at another address and
 * with other plans, owes nothing to the links of the site that the project came from; a site that
 * moves with its plans owes every address of theirs.
 */
export function earlierLedger(folder: string, ref: string, since = ref): EarlierLedger | undefined {
  const earlier = folderAt(folder, ref);
  const text = earlier && fileIn(earlier, 'permalinks.txt');
  if (earlier === undefined || text === undefined) return undefined;
  const site = fileIn(earlier, 'site.yaml') ?? '';
  const now = Buffer.from(bytesIfThere(join(folder, 'site.yaml')) ?? '').toString();
  if (!isElsewhere(site, now)) return { since, text, owes: () => true };
  return { since, text, owes: ofPlansHere(folder) };
}

/**
 * Whether two records of a site say clearly that it is at another address, however they are typed.
 * Where one of them cannot be read, nobody has said so.
 */
function isElsewhere(before: string, now: string): boolean {
  const [a, b] = [addressIn(before), addressIn(now)];
  return a !== undefined && b !== undefined && a !== b;
}

/** Tells which addresses are those of plans that are here, by the plan’s name or its code. */
function ofPlansHere(folder: string): (address: string) => boolean {
  const here = new Set<string>();
  for (const { path, bytes } of dataFilesIn(folder)) {
    const name = /^plans\/([^/]+)\/plan\.ya?ml$/i.exec(path)?.[1];
    if (name === undefined) continue;
    here.add(`plans/${name}`);
    here.add(fieldIn(new TextDecoder().decode(bytes), 'code') ?? name);
  }
  return (address) => {
    const [, ofPlan, code] =
      /^\/(?:embed\/)?(?:(plans\/[^/.]+)|[a-z]+\/([^/.-]+))/.exec(address) ?? [];
    return here.has(ofPlan ?? code ?? '');
  };
}

function addressIn(site: string): string | undefined {
  const url = fieldIn(site, 'url')?.trim();
  return url !== undefined && URL.canParse(url) ? new URL(url).href.replace(/\/+$/, '') : undefined;
}

/** What a record says in one of its fields, however it is typed. */
function fieldIn(record: string, name: string): string | undefined {
  try {
    const value: unknown = (parse(record, { schema: 'failsafe' }) ?? {})[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Lines that were in an earlier state and are gone now. Each is reported once. */
export function removedLines(
  earlier: readonly EarlierLedger[],
  { links }: Ledger,
  file: string,
): Problem[] {
  const known = new Set(links.map(({ address }) => address));
  return earlier.flatMap(({ since, text, owes }) => {
    const removed = readLedger(text, file)
      .ledger.links.map(({ address }) => address)
      .filter((address) => !known.has(address) && owes(address));
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
