import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';

const signature = Buffer.from('pagefind_dcd');

/**
 * Pagefind 1.5.2 writes the values of a filter, the filters and the sorts in an order that changes
 * from run to run, and names files by their content. This puts all three in order, so that the same
 * pages always give the same files.
 *
 * @param output the folder of a finished index
 * @throws if the files are not as version 1.5.2 writes them
 */
export async function stabiliseIndex(output: string): Promise<void> {
  const entryFile = join(output, 'pagefind-entry.json');
  const entry = await readFile(entryFile, 'utf8');
  const newNames = new Map<string, string>();
  const filters = join(output, 'filter');
  for (const file of await filesEndingIn('.pf_filter', filters)) {
    const [filter, values] = (await readTable(join(filters, file))) as [string, [string, Cbor][]];
    const table = encodeCbor([filter, values.toSorted(byName)]);
    const name = nameFor(table, file, 7);
    await rm(join(filters, file));
    await writeTable(join(filters, `${name}.pf_filter`), table);
    newNames.set(file.replace('.pf_filter', ''), name);
  }
  let newEntry = entry;
  for (const file of await filesEndingIn('.pf_meta', output)) {
    const meta = (await readTable(join(output, file))) as Cbor[];
    const [filterPlace, sortPlace] = [3, 4];
    meta[filterPlace] = (meta[filterPlace] as [string, string][])
      .map(([filter, name]): [string, string] => [filter, newNames.get(name)!])
      .sort(byName);
    meta[sortPlace] = (meta[sortPlace] as [string, Cbor][]).toSorted(byName);
    const table = encodeCbor(meta);
    const oldName = file.slice('pagefind.'.length, -'.pf_meta'.length);
    const name = nameFor(table, oldName, 10);
    await rm(join(output, file));
    await writeTable(join(output, `pagefind.${name}.pf_meta`), table);
    newEntry = newEntry.replaceAll(oldName, name);
  }
  await writeFile(entryFile, newEntry);
}

const byName = ([a]: [string, Cbor], [b]: [string, Cbor]) => (a < b ? -1 : 1);

async function filesEndingIn(ending: string, folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => file.endsWith(ending)).sort();
}

async function readTable(file: string): Promise<Cbor> {
  const bytes = gunzipSync(await readFile(file));
  const body = bytes.subarray(signature.length);
  const table = decodeCbor(body);
  // What cannot be written back as it was is not what it is taken for.
  if (!bytes.subarray(0, signature.length).equals(signature) || !encodeCbor(table).equals(body)) {
    throw new Error(`${file} is not as this version of Pagefind writes it`);
  }
  return table;
}

async function writeTable(file: string, table: Buffer): Promise<void> {
  await writeFile(file, gzipSync(Buffer.concat([signature, table]), { level: 9 }));
}

/** The language of the old name and so much of a hash of the content. */
function nameFor(content: Buffer, oldName: string, length: number): string {
  const language = oldName.slice(0, oldName.indexOf('_'));
  return `${language}_${createHash('sha256').update(content).digest('hex').slice(0, length)}`;
}
