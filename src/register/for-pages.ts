import type { SoundRecords } from '../records/records.ts';

/**
 * The last sound records, for the pages. They run a copy of each module of their own, so the records
 * are kept where both can reach them.
 */
export const forPages: { records?: SoundRecords } = ((
  globalThis as { recordsForPages?: { records?: SoundRecords } }
).recordsForPages ??= {});
