import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What was made of the same things before, or makes it and keeps it for the next time.
 *
 * @param name what it is called, with the ending of its kind: `styles.css`
 * @param madeOf everything that it depends on, in the same order each time; versions of packages and
 *   of Node are added
 * @param place where things are kept; the folder may be deleted at any time
 */
export async function keptOr(
  name: string,
  madeOf: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array> | Uint8Array,
  place = '.cache/kept',
): Promise<Uint8Array> {
  const packages = installedPackages();
  // Without it, nobody can tell which versions made something.
  if (packages === undefined) return make();
  const file = join(place, `${hashOf([process.version, packages, ...madeOf])}-${name}`);
  const kept = readIfThere(file);
  if (kept !== undefined) return kept;
  const made = await make();
  keep(file, made);
  return made;
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length says where a part ends, so that no other parts give the same key.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** What npm wrote of each package that it put there. */
function installedPackages(): Uint8Array | undefined {
  return (installed ??= readIfThere('node_modules/.package-lock.json'));
}

let installed: Uint8Array | undefined;

/** All of the program but its tests: for what depends on more of it than can be listed. */
export function wholeProgram(): string {
  return (program ??= hashOf(
    readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !/[\\/]tests[\\/]|\.test\.ts$/.test(file))
      .sort()
      .flatMap((file) => [file, readFileSync(file)]),
  ));
}

let program: string | undefined;

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else keeps the same. A disk that takes no more does not matter. */
function keep(file: string, content: Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
    forgetOld(dirname(file));
  } catch {
    // It is made again the next time.
  }
}

/**
 * How long unused files are kept, in milliseconds, so that the folder does not grow with each change of
 * the program.
 */
const month = 30 * 24 * 3_600_000;

function forgetOld(place: string): void {
  for (const name of readdirSync(place)) {
    const file = join(place, name);
    if (Date.now() - statSync(file).mtimeMs > month) rmSync(file, { force: true });
  }
}
