import { siteDate } from '../domain/site-date.ts';
import { forPages } from './for-pages.ts';
import { linkRegister } from './link.ts';
import type { Register } from './register.ts';
import type { SoundRecords } from '../records/records.ts';

/** The register as pages see it: linked once, and again when a record changes in dev. */
let linked: { records: SoundRecords; register: Register } | undefined;

export function getRegister(): Promise<Register> {
  const { records } = forPages;
  if (records === undefined) {
    return Promise.reject(new Error('The records have problems. The terminal tells all of them.'));
  }
  if (linked?.records !== records) {
    linked = { records, register: linkRegister(records, siteDate(process.env)) };
  }
  return Promise.resolve(linked.register);
}
