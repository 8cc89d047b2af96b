import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytesIfThere } from '../files/save-files.ts';

/** One file of a data folder. */
export interface DataFile {
  /** From the data folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
  /** What it is, where it is no file: it is not read then, and has no bytes. */
  instead?: 'link' | 'folder' | 'device';
}

/**
 * Every file below a folder, sorted by path. Links are not followed: they may lead anywhere, and
 * round in circles.
 *
 * @throws if there is no such folder
 */
export function dataFilesIn(folder: string): DataFile[] {
  if (!existsSync(folder)) throw new Error(`There is no folder “${folder}”.`);
  return [...filesBelow(folder, '')].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* filesBelow(folder: string, within: string): Iterable<DataFile> {
  for (const name of readdirSync(join(folder, within))) {
    const path = within === '' ? name : `${within}/${name}`;
    const file = join(folder, path);
    // An editor’s program or git may take a file away after it was listed.
    const found = lstatSync(file, { throwIfNoEntry: false });
    const nothing = new Uint8Array();
    if (found?.isFile()) {
      const bytes = bytesIfThere(file);
      if (bytes !== undefined) yield { path, bytes };
    } else if (found?.isDirectory()) {
      if (/\.ya?ml$/i.test(name)) yield { path, bytes: nothing, instead: 'folder' };
      else yield* filesBelow(folder, path);
    } else if (found !== undefined) {
      yield { path, bytes: nothing, instead: found.isSymbolicLink() ? 'link' : 'device' };
    }
  }
}
