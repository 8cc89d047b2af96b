import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFilesIn, type DataFile } from '../records/data-files.ts';
import { soundFolder } from './fixtures/folders.ts';

const folder = fileURLToPath(new URL('./fixtures/mistakes/', import.meta.url));

/** One mistake that editors make: the sound records with one file changed, added or renamed. */
export interface Mistake {
  name: string;
  files: DataFile[];
  /** The changed file. */
  changed: DataFile;
}

/**
 * Every mistake among the fixtures. The first line of each file says which record the rest takes the
 * place of; “old -> new” also takes the old one away.
 */
export function mistakes(): Mistake[] {
  const sound = dataFilesIn(soundFolder);
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const bytes = readFileSync(folder + file);
      const end = bytes.indexOf('\n');
      const [first, renamed] = bytes.subarray(0, end).toString().split(' -> ');
      const path = renamed ?? first!;
      const changed = { path, bytes: bytes.subarray(end + 1) };
      const others = sound.filter((other) => other.path !== path && other.path !== first);
      return { name: file.replace('.txt', ''), files: [...others, changed], changed };
    });
}
