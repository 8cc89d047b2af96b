import type { WholeSizes } from './whole-files.ts';

/** Astro loads a second copy of this module for pages, so the sizes are kept where both copies can reach them. */
const shared = globalThis as { wholeSizes?: Promise<WholeSizes> | undefined };

/** Says where a build has the sizes of the files that hold everything from. */
export function takeSizesFrom(writing: Promise<WholeSizes> | undefined): void {
  shared.wholeSizes = writing;
}

/** The sizes that a build has, as soon as the files are written. */
export function sizesFromBuild(): Promise<WholeSizes> | undefined {
  return shared.wholeSizes;
}
