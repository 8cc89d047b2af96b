import { ChangedMeanwhile, finishSaving, saveFiles } from '../files/save-files.ts';
import { dataFilesIn, type DataFile } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import type { Problem } from '../records/problem.ts';
import { memo } from './reading-memo.ts';

/** A data folder and the files that it holds. */
export interface FolderOfFiles {
  folder: string;
  /** What to call it at the start of every path that is told to an editor. */
  name: string;
  files: DataFile[];
  /** The ISO day against which the age of a report is judged. */
  today: string;
}

/** Where a new record was to go there is one. */
export class AlreadyThere extends Error {
  override name = 'AlreadyThere';
  constructor(file: string) {
    super(`${file} is there already, and is not written over.`);
  }
}

/** How many times it tries again because somebody else changed a file between reading and writing it. */
const attempts = 50;

/**
 * Writes a record if the records are then no worse than before. It starts from what the folder holds
 * at that moment, so that nothing is lost that somebody saved while questions were answered.
 *
 * @param path of the record in the data folder
 * @param change makes the new text from the one that is there; undefined where there is none
 * @returns the problems that it would bring; nothing is written if there are any
 */
export function writeChecked(
  { folder, name, today }: Omit<FolderOfFiles, 'files'>,
  path: string,
  change: (text: string | undefined) => string,
): Problem[] {
  finishSaving(folder);
  for (let attempt = 1; ; attempt++) {
    const files = dataFilesIn(folder);
    const before = files.find((file) => file.path === path)?.bytes;
    const text = change(before && textOf(before));
    const problems = newProblems(
      files,
      { path, bytes: new TextEncoder().encode(text) },
      name,
      today,
    );
    if (problems.length > 0) return problems;
    try {
      saveFiles(folder, [{ path, before, after: text }]);
      return [];
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt === attempts) throw error;
    }
  }
}

/** The text of a record as it is, with what is before its first letter. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function newProblems(
  files: readonly DataFile[],
  changed: DataFile,
  name: string,
  today: string,
): Problem[] {
  const others = files.filter((file) => file.path !== changed.path);
  const key = ({ file, rule, message }: Problem) => `${file} ${rule} ${message}`;
  const { problems } = checkRecords([...others, changed], name, today, memo);
  // If nothing is wrong now, there is no need to know what was wrong before.
  if (problems.length === 0) return problems;
  const before = new Set(checkRecords(files, name, today, memo).problems.map(key));
  return problems.filter((problem) => !before.has(key(problem)));
}
