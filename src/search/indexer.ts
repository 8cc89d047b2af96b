/**
 * Makes the search index of the records while pages are being made, in a thread of its own, and adds
 * the pages of the guide once they are there.
 */
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { address } from '../domain/address.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkRegister } from '../register/link.ts';
import { indexRecords, recordOfPage } from './index-records.ts';
import { firstFew, IndexInMaking, SearchIndexFault } from './make-index.ts';
import { packed } from './packed-vocabulary.ts';
import { actionsFile, indexFolder, slipWordsFile, vocabularyFile } from './search-files.ts';
import { slipWordsOf, vocabularyOf } from './vocabulary.ts';

/** What the thread is given. */
export interface IndexerTask {
  records: SoundRecords;
  /** The ISO day against which lateness is judged. */
  today: string;
  /** The folder of the built site. */
  output: string;
}

const port = parentPort!;
const { records, today, output } = workerData as IndexerTask;
// At once, before anything but pages of its own is in the folder of the guide.
const guides = once(port, 'message').then(guidePages);

const register = linkRegister(records, today);
const found = indexRecords(register);
const urls = found.map(({ url }) => url);
const making = await IndexInMaking.start(found);
const others = [
  [vocabularyFile, JSON.stringify(packed(vocabularyOf(register)))],
  [slipWordsFile, JSON.stringify(slipWordsOf(register))],
] as const;

const inGuide = await guides;
mustLeadSomewhere(urls);
await making.add(inGuide.map((page) => recordOfPage(page, readFileSync(fileOf(page), 'utf8'))));
const { files, idsByUrl } = await making.finish();
const actions = Object.fromEntries(register.actions.map(({ url, id }) => [idsByUrl.get(url)!, id]));
const folder = join(output, indexFolder);
rmSync(folder, { recursive: true, force: true });
const made = new Set<string>();
for (const [path, content] of [
  ...files,
  ...others,
  [actionsFile, JSON.stringify(actions)] as const,
]) {
  const file = join(folder, path);
  if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  made.add(dirname(file));
  writeFileSync(file, content);
}
port.postMessage(idsByUrl.size);
port.close();

/** The addresses of the guide: its list, and each of its pages. */
function guidePages(): string[] {
  const folder = join(output, address.guides);
  const pages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => address.guide(name));
  return [address.guides, ...pages.sort()].filter((page) => existsSync(fileOf(page)));
}

function fileOf(page: string): string {
  return join(output, page, 'index.html');
}

/** @throws SearchIndexFault if a result would lead to no page */
function mustLeadSomewhere(urls: readonly string[]): void {
  const pages = new Set(urls.map((url) => url.replace(/#.*$/, '')));
  const lost = [...pages].filter((page) => !existsSync(fileOf(page)));
  if (lost.length > 0) {
    throw new SearchIndexFault(`Search would lead to pages that are not there: ${firstFew(lost)}.`);
  }
}
