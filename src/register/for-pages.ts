import type { SoundRecords } from '../records/records.ts';

/**
 * The last sound records, for the pages. Astro loads a second copy of each module for pages, so the
 * records are kept where both copies can reach them.
 */
export const forPages: { records?: SoundRecords } = ((
  globalThis as { recordsForPages?: { records?: SoundRecords } }
).recordsForPages ??= {});
