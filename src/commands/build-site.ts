import type { AstroInlineConfig } from 'astro';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readAhead } from '../build/beside-pages.ts';
import { whileLockedFor } from '../files/lock.ts';
import { compressFiles } from './compress.ts';

/** Where a site is built, out of the way of the one that is there. Only one build goes on at a time. */
const place = '.cache/building';
const fresh = join(place, 'site');
const earlier = join(place, 'earlier');

/** The longest build that was measured takes two minutes, and several may wait. */
const patience = 15 * 60_000;

/**
 * Builds the site into `dist/`. What is there stays as it is until the new site is whole; where the
 * build fails or is stopped, it stays for good.
 *
 * @param options.compressed whether to put compressed forms beside the files
 * @param options.make what builds a site into a folder; Astro, but for tests
 */
export async function buildSite({ compressed = false, make = withAstro } = {}): Promise<void> {
  const folder = 'dist';
  await withFreshBuild(
    async (site) => {
      if (compressed) await compressFiles(site);
      try {
        putInPlace(site, folder);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw Object.assign(error as Error, { path: folder, syscall: 'rename', code });
      }
    },
    {},
    make,
  );
}

/**
 * Calls `act` with a freshly built site, which is gone afterwards unless it was moved.
 *
 * @param options further ones for Astro
 * @param make what builds it
 */
export async function withFreshBuild<T>(
  act: (folder: string) => T | Promise<T>,
  options: AstroInlineConfig = {},
  make = withAstro,
): Promise<T> {
  const tell = () =>
    process.stderr.write('Another build is going on. This one begins when that is done.\n');
  const work = async () => {
    // A build may have been stopped in the moment between two moves.
    if (existsSync(earlier) && !existsSync('dist')) renameSync(earlier, 'dist');
    for (const old of [fresh, earlier]) rmSync(old, { recursive: true, force: true });
    await make({ ...options, outDir: fresh }).catch((error: unknown) => {
      throw isFull() ? fullDisk(error) : error;
    });
    for (const inner of unfinished) rmSync(join(fresh, inner), { recursive: true, force: true });
    refuseIfNotWhole(fresh);
    return await act(fresh);
  };
  return whileLockedFor(place, work, tell, patience);
}

/** If a write fails and less than this is free, in bytes, the disk counts as full. */
const noRoom = 256 * 1024;

/** Not every part of Astro says that it stopped because the disk is full. */
function isFull(): boolean {
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize < noRoom;
}

function fullDisk(cause: unknown): Error {
  return Object.assign(new Error('The disk is full.', { cause }), {
    code: 'ENOSPC',
    syscall: 'write',
  });
}

/**
 * Builds a site with Astro, which tells only what somebody should know. It would count the pages that it
 * wrote itself, which are none.
 *
 * @param options what is not as it is in its settings, such as the folder of the site
 */
export async function withAstro(options: AstroInlineConfig): Promise<void> {
  readAhead();
  keepLittleMemory();
  const { build } = await import('astro');
  await build({ logLevel: 'warn', ...options }, withoutTypes);
}

/**
 * What puts scripts and pages together asks the system for memory in large pieces, and keeps what it has
 * done with. Its allocator, mimalloc, reads these settings when Astro loads it.
 */
function keepLittleMemory(): void {
  process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0';
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
}

/**
 * Types for editors and `astro check` take a second, and no build needs them. Astro passes the option on,
 * though its declaration leaves it out.
 */
const withoutTypes = { devOutput: false, sync: false };

/** What Astro needs while it builds. */
const unfinished = ['.prerender'];

/** A site without one of these was not built to the end. */
const needed = ['index.html', '404.html', 'sitemap-index.xml', '_redirects'];

function refuseIfNotWhole(site: string): void {
  const missing = needed.filter(
    (name) => !statSync(join(site, name), { throwIfNoEntry: false })?.size,
  );
  if (missing.length > 0) throw new Error(`The build left out ${missing.join(', ')}.`);
}

function putInPlace(site: string, folder: string): void {
  mkdirSync(dirname(join('.', folder)), { recursive: true });
  const isThere = existsSync(folder);
  try {
    if (isThere) renameSync(folder, earlier);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A folder that is a disk of its own, as in a container, cannot be moved.
    if (code !== 'EBUSY' && code !== 'EXDEV') throw error;
    copyOver(site, folder);
    return;
  }
  try {
    renameSync(site, folder);
  } catch (error) {
    if (isThere) renameSync(earlier, folder);
    throw error;
  }
}

function copyOver(site: string, folder: string): void {
  cpSync(site, folder, { recursive: true });
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!existsSync(join(site, path))) rmSync(join(folder, path), { recursive: true, force: true });
  }
}
