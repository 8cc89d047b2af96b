import { address } from '../domain/address.ts';
import type { Register } from '../register/register.ts';
import { asJson, publishedActions } from './actions-json.ts';
import { actionsTable } from './actions-table.ts';
import { allCalendar } from './calendar.ts';
import { changesFeed } from './change-feeds.ts';
import { csvMetadata } from './csv-metadata.ts';
import { writeCsv } from './csv.ts';
import { writeXlsx } from './xlsx.ts';

/** The files that hold everything, by their address. */
const makers = {
  [address.actionsXlsx]: (register: Register, site: URL) => writeXlsx(actionsTable(register, site)),
  [address.actionsCsv]: (register: Register, site: URL) => writeCsv(actionsTable(register, site)),
  [address.actionsCsvMetadata]: csvMetadata,
  [address.actionsData]: (register: Register, site: URL) =>
    asJson(publishedActions(register, site)),
  [address.calendar]: allCalendar,
  [address.changesFeed]: changesFeed,
};

export type WholeFile = keyof typeof makers;

/** Each is asked for twice: where it is, and by the page that says how large it is. */
const made = new WeakMap<Register, Map<WholeFile, Promise<Uint8Array<ArrayBuffer>>>>();

/**
 * A file that holds everything, as bytes. It is made once.
 *
 * @param site where the site is published, with any sub-path; the same for all that ask
 */
export function wholeFile(
  path: WholeFile,
  register: Register,
  site: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = made.get(register) ?? new Map<WholeFile, Promise<Uint8Array<ArrayBuffer>>>();
  made.set(register, files);
  const file = files.get(path) ?? make(path, register, site);
  files.set(path, file);
  return file;
}

async function make(path: WholeFile, register: Register, site: URL) {
  const content = await makers[path](register, site);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
