import { branches, fileAt, namesAt } from '../files/git.ts';

/** More branches than these are old ones, and asking git about each takes its time. */
const newest = 100;

/**
 * The numbers that actions of a plan have on branches that git knows here, each with the name of such
 * a branch; the branch of somebody who adds an action at the same time is among them once it was
 * fetched. Empty where there is no git.
 *
 * @param folder the data folder
 * @param plan the plan’s folder
 */
export function referencesElsewhere(folder: string, plan: string): Map<string, string> {
  const references = new Map<string, string>();
  const seen = new Set<string>();
  for (const { name, commit } of branches(folder).slice(0, newest)) {
    if (seen.has(commit)) continue;
    seen.add(commit);
    for (const file of namesAt(folder, commit, `plans/${plan}/actions`)) {
      const reference = /^(.+)\.yaml$/.exec(file)?.[1];
      if (reference !== undefined && !references.has(reference)) references.set(reference, name);
    }
  }
  return references;
}

/** What the main branch has published, line by line: an address there is not free any more. */
export function publishedElsewhere(folder: string): string[] {
  const ledger = fileAt(folder, 'origin/HEAD', 'permalinks.txt') ?? '';
  return ledger.split('\n');
}
