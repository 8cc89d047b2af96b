import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What tells that files may have changed: chokidar, as Vite’s and Astro’s servers have it. */
export interface Watcher {
  add(path: string): unknown;
  on(event: 'all', listener: (event: string, path: string) => void): unknown;
  off(event: 'all', listener: (event: string, path: string) => void): unknown;
}

/**
 * Reads a data folder again, a moment after the last of several quick changes.
 *
 * A watcher may miss a file in a folder that went away and came back, as with git or a sync folder.
 * So the folder is also looked at every second or so. A reading that fails, because it met a folder
 * half changed, is tried again at the next look.
 *
 * @param read throws where the folder could not be read
 * @returns the function that ends it
 */
export function watchData(
  folder: string,
  watcher: Watcher,
  read: () => void,
  failed: (error: Error) => void,
): () => void {
  let seen: string | undefined = lookAt(folder);
  let soon: NodeJS.Timeout | undefined;
  let next: NodeJS.Timeout | undefined;

  const readAgain = (): void => {
    clearTimeout(soon);
    soon = undefined;
    seen = lookAt(folder);
    try {
      read();
    } catch (error) {
      seen = undefined;
      watcher.add(folder);
      failed(error as Error);
    }
  };
  const readSoon = (_event: string, path: string): void => {
    if (!path.startsWith(folder)) return;
    clearTimeout(soon);
    soon = setTimeout(readAgain, 50);
  };
  const look = (): void => {
    const started = performance.now();
    if (soon === undefined && (seen === undefined || lookAt(folder) !== seen)) readAgain();
    // A folder so large that a look takes long is looked at less often.
    next = setTimeout(look, Math.max(1_000, 20 * (performance.now() - started))).unref();
  };

  watcher.add(folder);
  watcher.on('all', readSoon);
  next = setTimeout(look, 1_000).unref();
  return () => {
    watcher.off('all', readSoon);
    clearTimeout(soon);
    clearTimeout(next);
  };
}

/** The names, sizes and times of all files below a folder; other than before once one has changed. */
function lookAt(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => {
        const file = lstatSync(join(folder, name), { throwIfNoEntry: false });
        return `${name} ${file?.size} ${file?.mtimeMs}`;
      })
      .join('\n');
  } catch {
    return 'not there';
  }
}
