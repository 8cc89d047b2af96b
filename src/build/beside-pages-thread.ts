/**
 * Writes what is made of the register beside its pages: the files for others, and the search index.
 * One thread for both links the register once, and Pagefind has a process of its own. It tells of the
 * sizes of the whole files, of how many files it wrote, and of how many pages can be found.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { writeExports } from '../exports/write-exports.ts';
import { PagesToCome } from '../files/pages-to-come.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkRegister } from '../register/link.ts';
import { finishIndex, startIndex } from '../search/write-index.ts';

/** What the thread is given. */
export interface BesidePagesTask {
  records: SoundRecords;
  /** The ISO day against which lateness is judged. */
  today: string;
  /** Where the site is published, with any sub-path and a slash at the end. */
  site: string;
  /** The folder of the built site. */
  output: string;
}

const port = parentPort!;
const { records, today, site, output } = workerData as BesidePagesTask;
const pages = new PagesToCome(port);
/** The first that it is told is the addresses of all pages. */
const addresses = once(port, 'message').then(([first]) => first as string[]);
const register = linkRegister(records, today);
// Pagefind then makes the index while the files are written, and is seldom waited for.
const started = await startIndex(register);
const searching = finishIndex(register, started, { output, pages, addresses });
const written = await writeExports(register, new URL(site), {
  output,
  pages,
  tellSizes: (sizes) => port.postMessage(sizes),
});
port.postMessage(written);
port.postMessage(await searching);
port.close();
