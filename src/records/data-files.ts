import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bytesIfThere } from '../files/save-files.ts';

/** One file of a data folder. */
export interface DataFile {
  /** From the data folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Every file below a folder, sorted by path.
 *
 * @throws if there is no such folder
 */
export function dataFilesIn(folder: string): DataFile[] {
  if (!existsSync(folder)) throw new Error(`There is no folder “${folder}”.`);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const bytes = bytesIfThere(file);
      // An editor’s program or git may take a file away after it was listed.
      return bytes === undefined
        ? []
        : [{ path: relative(folder, file).replaceAll('\\', '/'), bytes }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
