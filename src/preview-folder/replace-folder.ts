import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstFile } from './make-folder.ts';

/** Where a folder is made, out of the way of the one that is there. */
const making = '.cache/preview-folder';

/** @throws where a folder of that name is there which is no preview */
export function refuseOtherFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, firstFile))) return;
  throw new Error(
    `There is a folder “${folder}” that is no preview. Give it another name, so that nothing of yours is lost.`,
  );
}

/** Puts a preview in the place of an earlier one, once it is whole. */
export async function replaceFolder(
  folder: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await make(making);
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
}
