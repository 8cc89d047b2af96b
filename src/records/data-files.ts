import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

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
    .map((file) => ({
      path: relative(folder, file).replaceAll('\\', '/'),
      bytes: readFileSync(file),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
