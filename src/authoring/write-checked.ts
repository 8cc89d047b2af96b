import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataFile } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import type { Problem } from '../records/problem.ts';

/** A data folder and the files that it holds. */
export interface FolderOfFiles {
  folder: string;
  /** What to call it at the start of every path that is told to an editor. */
  name: string;
  files: DataFile[];
  /** The ISO day against which the age of a report is judged. */
  today: string;
}

/**
 * Writes a record if the records are then no worse than before.
 *
 * @param path of the record in the data folder
 * @param isNew whether the file may not be there yet; it is never written over
 * @returns the problems that it would bring; nothing is written if there are any
 */
export function writeChecked(
  { folder, name, files, today }: FolderOfFiles,
  path: string,
  text: string,
  isNew: boolean,
): Problem[] {
  const changed = { path, bytes: new TextEncoder().encode(text) };
  const others = files.filter((file) => file.path !== path);
  const key = ({ file, rule, message }: Problem) => `${file} ${rule} ${message}`;
  const before = new Set(checkRecords(files, name, today).problems.map(key));
  const problems = checkRecords([...others, changed], name, today).problems.filter(
    (problem) => !before.has(key(problem)),
  );
  if (problems.length > 0) return problems;
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: isNew ? 'wx' : 'w' });
  return [];
}
