/**
 * Writes all export files while pages are being made, in a thread of its own: first those that hold
 * everything, whose sizes a page tells; then all others; and at last the frames, once a page of one
 * is there to make the others like it.
 */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { address } from '../domain/address.ts';
import { PagesToCome } from '../files/pages-to-come.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkRegister } from '../register/link.ts';
import { framesLike } from './action-frame.ts';
import { exportFiles } from './export-files.ts';
import { wholeFiles, type WholeSizes } from './whole-files.ts';
import { FileWriter } from './write-files.ts';

/** What the thread is given. */
export interface WriterTask {
  records: SoundRecords;
  /** The ISO day against which lateness is judged. */
  today: string;
  /** Where the site is published, with any sub-path and a slash at the end. */
  site: string;
  /** The folder of the built site. */
  output: string;
}

const port = parentPort!;
const { records, today, site: href, output } = workerData as WriterTask;
const site = new URL(href);
const register = linkRegister(records, today);
const writer = new FileWriter(output);
const pages = new PagesToCome(port);

const sizes: Record<string, number> = {};
let left = Object.keys(wholeFiles).length;
for (const file of exportFiles(register, site)) {
  const size = await writer.write(file);
  if (left === 0) continue;
  sizes[file.path] = size;
  if (--left === 0) port.postMessage(sizes as WholeSizes);
}

const [first, ...others] = register.actions;
if (first !== undefined) {
  const built = join(output, address.embeddedAction(first.id), 'index.html');
  const frameOf = framesLike(await pages.whole(built), first, site);
  for (const action of others) {
    const path = `${address.embeddedAction(action.id)}index.html`;
    await writer.write({ path, make: () => frameOf(action) });
  }
}
port.postMessage(writer.written);
port.close();
