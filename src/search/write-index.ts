import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { address } from '../domain/address.ts';
import type { PagesToCome } from '../files/pages-to-come.ts';
import type { Register } from '../register/register.ts';
import { actionPagesOf } from './action-pages.ts';
import { indexRecords, recordOfPage } from './index-records.ts';
import { contentsOf } from './index-contents.ts';
import { firstFew, IndexInMaking, SearchIndexFault } from './make-index.ts';
import { packed } from './packed-vocabulary.ts';
import {
  actionsFile,
  contentsFile,
  indexFolder,
  ordersFile,
  slipWordsFile,
  vocabularyFile,
} from './search-files.ts';
import { subjectsOf } from './subjects.ts';
import { slipWordsOf, vocabularyOf } from './vocabulary.ts';

/** An index that has all records, and not yet the guide. */
export interface StartedIndex {
  making: IndexInMaking;
  /** Where the results of the records lead. */
  urls: string[];
}

/**
 * Hands Pagefind the records, while pages are being made.
 *
 * @throws SearchIndexFault if it cannot take them in
 */
export async function startIndex(register: Register): Promise<StartedIndex> {
  const found = indexRecords(register);
  return { making: await IndexInMaking.start(found), urls: found.map(({ url }) => url) };
}

/**
 * Adds the pages of the guide, which no record holds, once they are there, and writes the index.
 *
 * @param output the folder of the built site
 * @returns how many pages can be found
 * @throws SearchIndexFault if the index is not whole
 */
export async function finishIndex(
  register: Register,
  { making, urls }: StartedIndex,
  { output, pages }: { output: string; pages: PagesToCome },
): Promise<number> {
  const others = [
    [vocabularyFile, JSON.stringify(packed(vocabularyOf(register)))],
    [slipWordsFile, JSON.stringify(slipWordsOf(register))],
  ] as const;

  const all = await pages.addresses;
  mustLeadSomewhere(urls, new Set(all));
  const subjects = subjectsOf(register);
  const guides = all.filter((page) => page.startsWith(address.guides));
  await making.add(
    await Promise.all(
      guides.map(async (page) =>
        recordOfPage(page, await pages.whole(join(output, page, 'index.html')), subjects),
      ),
    ),
  );
  const { files, urls: found } = await making.finish();
  const { contents, orders } = contentsOf(files);
  const actions = new Map(register.actions.map(({ url }, place) => [url, place]));
  const actionPages = actionPagesOf(found.map((url) => actions.get(url)));
  const folder = join(output, indexFolder);
  rmSync(folder, { recursive: true, force: true });
  const made = new Set<string>();
  for (const [path, content] of [
    ...files,
    ...others,
    [contentsFile, JSON.stringify(contents)] as const,
    [ordersFile, JSON.stringify(orders)] as const,
    [actionsFile, JSON.stringify(actionPages)] as const,
  ]) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, content);
  }
  return found.length;
}

/** @throws SearchIndexFault if a result would lead to no page */
function mustLeadSomewhere(urls: readonly string[], pages: ReadonlySet<string>): void {
  const lost = urls.filter((url) => !pages.has(url.replace(/#.*$/, '')));
  if (lost.length > 0) {
    throw new SearchIndexFault(`Search would lead to pages that are not there: ${firstFew(lost)}.`);
  }
}
