import { withLines, type Checked } from '../records/load-records.ts';
import { inReadingOrder, type Problem } from '../records/problem.ts';
import { readRecords, type Reading } from '../records/read-records.ts';
import { changeAsMarkdown } from './change-as-markdown.ts';
import { earlierFiles } from './earlier-files.ts';
import { comparisonOf } from './pairs.ts';
import { problemsFound } from '../records/rule.ts';
import { guardRules } from './rules/index.ts';

/** What became of the records since an earlier state. */
export interface ChangeSince {
  /** Breaches of what must stay. */
  problems: Problem[];
  /** What changed, in plain sentences, as Markdown. */
  markdown: string;
  /** The files that are new or say something else, by the names by which they are told. */
  files: Set<string>;
  /** Those of them that were not there before. */
  added: Set<string>;
}

/**
 * Compares the records with an earlier state of the repository.
 *
 * @param ref a commit, branch or tag, such as `origin/main`
 * @throws if there is no such state
 */
export function changeSince(
  ref: string,
  folder: string,
  name: string,
  { reading }: Pick<Checked, 'reading'>,
): ChangeSince {
  return changeBetween(readRecords(earlierFiles(ref, folder), name), reading, ref);
}

/**
 * Compares two states of the records.
 *
 * @param ref what the earlier one is called
 */
export function changeBetween(earlier: Reading, later: Reading, ref: string): ChangeSince {
  const comparison = comparisonOf(earlier.records, later);
  const problems = problemsFound(guardRules, comparison, 'error');
  const files = [...later.texts]
    .filter(([file, text]) => earlier.texts.get(file) !== text)
    .map(([file]) => file);
  return {
    problems: withLines(inReadingOrder(problems), later),
    markdown: changeAsMarkdown(comparison, ref),
    files: new Set(files),
    added: new Set(files.filter((file) => !earlier.texts.has(file))),
  };
}
