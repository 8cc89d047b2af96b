import { checkRecords } from '../records/load-records.ts';
import type { Problem } from '../records/problem.ts';
import { memo } from './reading-memo.ts';
import type { FolderOfFiles } from './write-checked.ts';

/**
 * What is wrong with a part of a record by itself, while the rest of the record is still to come.
 *
 * @param path of the record in the data folder
 * @param before the record without that part
 * @param text the record with it
 */
export function problemsOfAnswer(
  { name, files, today }: FolderOfFiles,
  path: string,
  before: string,
  text: string,
): Problem[] {
  const others = files.filter((file) => file.path !== path);
  const problemsOf = (record: string) =>
    checkRecords(
      [...others, { path, bytes: new TextEncoder().encode(record) }],
      name,
      today,
      memo,
    ).problems.filter(({ file }) => file === `${name}/${path}`);
  const { from, to } = changedLines(before.split('\n'), text.split('\n'));
  const found = problemsOf(text).filter(({ line }) => line >= from && line <= to);
  if (found.length === 0) return found;
  const old = new Set(problemsOf(before).map(({ message }) => message));
  return found.filter(({ message }) => !old.has(message));
}

/** The first and the last line, counted from 1, that a text has and another has not. */
function changedLines(before: readonly string[], after: readonly string[]) {
  let start = 0;
  while (start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start + 1, to: after.length - end };
}
