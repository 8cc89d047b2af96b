import { join } from 'node:path';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { address } from '../domain/address.ts';
import type { PagesToCome } from '../files/pages-to-come.ts';
import type { Register } from '../register/register.ts';
import { framesLike } from './action-frame.ts';
import { exportFiles } from './export-files.ts';
import { wholeFiles, type WholeSizes } from './whole-files.ts';
import type { FileWriter } from './write-files.ts';

/** After so many milliseconds, those who work in the same thread have their turn. */
const turn = 20;

/**
 * Writes all files that are no pages, but the search index: first those that hold everything, whose
 * sizes a page tells; then all others; and at last the frames, once a page of one is there to make the
 * others like it.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 * @param writer writes below the folder of the built site
 * @param tellSizes is told of the first, as soon as they are there
 * @returns how many were written
 */
export async function writeExports(
  register: Register,
  site: URL,
  {
    writer,
    pages,
    tellSizes,
  }: { writer: FileWriter; pages: PagesToCome; tellSizes: (sizes: WholeSizes) => void },
): Promise<number> {
  let written = 0;
  const sizes: Record<string, number> = {};
  let left = Object.keys(wholeFiles).length;
  let began = performance.now();
  const letOthers = async () => {
    if (performance.now() - began < turn) return;
    await othersFirst();
    began = performance.now();
  };
  for (const file of exportFiles(register, site)) {
    const size = await writer.make(file);
    written++;
    await letOthers();
    if (left === 0) continue;
    sizes[file.path] = size;
    if (--left === 0) tellSizes(sizes as WholeSizes);
  }

  const [first, ...others] = register.actions;
  if (first === undefined) return written;
  const built = join(writer.output, address.embeddedAction(first.id), 'index.html');
  const frameOf = framesLike(await pages.whole(built), first, site);
  for (const action of others) {
    writer.write(`${address.embeddedAction(action.id)}index.html`, frameOf(action));
    await letOthers();
  }
  return written + others.length;
}
