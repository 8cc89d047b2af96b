/**
 * Reads the records, and writes the pages that are made of the register, the files for others, and the
 * search index. One thread for all of it links the register once, and Pagefind has a process
 * of its own. It begins while Astro is loaded and gets ready, and tells of what it read, of the sizes of
 * the whole files, of how many files it wrote, and of how many pages can be found.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { writeExports } from '../exports/write-exports.ts';
import { FileWriter } from '../exports/write-files.ts';
import { PagesToCome } from '../files/pages-to-come.ts';
import { loadRecords } from '../records/load-records.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkRegister } from '../register/link.ts';
import { finishIndex, startIndex } from '../search/write-index.ts';

/** What the thread is given. */
export interface BesidePagesTask {
  /** The data folder, and what to call it. */
  folder: string;
  name: string;
  /** The ISO day against which lateness is judged. */
  today: string;
}

const port = parentPort!;
const { folder, name, today } = workerData as BesidePagesTask;
let writer: FileWriter;
const pages = new PagesToCome(port, (output) => (writer = new FileWriter(output)));

const loaded = loadRecords(folder, name);
port.postMessage(loaded);
if (loaded.records !== undefined) await writeAll(loaded.records);
port.close();

async function writeAll(records: SoundRecords): Promise<void> {
  const register = linkRegister(records, today);
  // Pagefind takes the records in while Astro gets ready, and makes the index while files are written.
  const starting = startIndex(register);
  const searching = pages.begun.then(async ({ output }) =>
    finishIndex(register, await starting, { output, pages }),
  );
  // Whoever waits for it is told, later.
  searching.catch(() => undefined);
  const { site } = await pages.begun;
  const written = await writeExports(register, new URL(site), {
    writer,
    pages,
    tellSizes: (sizes) => port.postMessage(sizes),
  });
  await pages.written;
  port.postMessage(written);
  port.postMessage(await searching);
}
