import { isDeepStrictEqual } from 'node:util';
import { withLines, type Checked } from '../records/load-records.ts';
import { inReadingOrder, type Problem } from '../records/problem.ts';
import { readRecords } from '../records/read-records.ts';
import { changeAsMarkdown } from './change-as-markdown.ts';
import { earlierFiles } from './earlier-files.ts';
import { comparisonOf } from './pairs.ts';
import { guardRules } from './rules/index.ts';

/** What became of the records since an earlier state. */
export interface Change {
  /** Breaches of what must stay. */
  problems: Problem[];
  /** What changed, in plain sentences, as Markdown. */
  markdown: string;
  /** The files that are new or say something else, by the names by which they are told. */
  files: Set<string>;
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
): Change {
  const earlier = readRecords(earlierFiles(ref, folder), name);
  const comparison = comparisonOf(earlier.records, reading.records);
  const problems = guardRules.flatMap((rule) => [...rule(comparison)]);
  const files = [...reading.texts]
    .filter(([file, text]) => !isDeepStrictEqual(earlier.texts.get(file), text))
    .map(([file]) => file);
  return {
    problems: withLines(inReadingOrder(problems), reading),
    markdown: changeAsMarkdown(comparison, ref),
    files: new Set(files),
  };
}
