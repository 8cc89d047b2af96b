import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { address } from '../domain/address.ts';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { linkedOnce, readOnce } from '../register/astro-loader.ts';
import { indexRecords, recordOfPage } from './index-records.ts';
import { IndexInMaking, firstFew, SearchIndexFault } from './make-index.ts';
import { packed } from './packed-vocabulary.ts';
import { actionsFile, indexFolder, vocabularyFile, oftenUsedFile } from './search-files.ts';
import { oftenUsed, vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** What of the index comes from the records, and not from pages. */
interface FromRecords {
  making: IndexInMaking;
  urls: string[];
  /** By address, the identifier of each action. */
  actions: Map<string, string>;
  vocabulary: Vocabulary;
  words: string[];
}

/**
 * Makes the site’s search index of its records while its pages are being made. Only the guide, which
 * no record holds, is read from its pages. A build whose index is not whole fails.
 */
export function searchIndex(): AstroIntegration {
  let root: URL;
  let started: Promise<FromRecords | undefined>;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:start': () => {
        started = startFromRecords(fileURLToPath(new URL(dataFolderName(process.env), root)));
        // It is told of where it is awaited, when the pages are there.
        started.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const fromRecords = await started;
        if (fromRecords === undefined) return;
        const { making, urls, actions, vocabulary, words } = fromRecords;
        const site = fileURLToPath(dir);
        const paths = pages.map(({ pathname }) => `/${pathname}`);
        const guides = paths.filter((path) => path.startsWith(address.guides));
        const inGuide = guides.map((url) =>
          recordOfPage(url, readFileSync(join(site, url, 'index.html'), 'utf8')),
        );
        await making.add(inGuide);
        const { files, idsByUrl } = await making.finish();
        mustLeadSomewhere(urls, new Set(paths));
        const output = join(site, indexFolder);
        rmSync(output, { recursive: true, force: true });
        const actionsById = Object.fromEntries(
          [...actions].map(([url, id]) => [idsByUrl.get(url)!, id]),
        );
        for (const [path, content] of [
          ...files,
          [vocabularyFile, JSON.stringify(packed(vocabulary))] as const,
          [oftenUsedFile, JSON.stringify(words)] as const,
          [actionsFile, JSON.stringify(actionsById)] as const,
        ]) {
          mkdirSync(dirname(join(output, path)), { recursive: true });
          writeFileSync(join(output, path), content);
        }
        logger.info(`${idsByUrl.size} pages can be found by search`);
      },
    },
  };
}

/** Undefined where the records have problems, of which those who read them first tell. */
async function startFromRecords(folder: string): Promise<FromRecords | undefined> {
  const { records } = readOnce(folder);
  if (records === undefined) return undefined;
  const register = linkedOnce(records, siteDate(process.env));
  const found = indexRecords(register);
  return {
    making: await IndexInMaking.start(found),
    urls: found.map(({ url }) => url),
    actions: new Map(register.actions.map(({ url, id }) => [url, id])),
    vocabulary: vocabularyOf(register),
    words: oftenUsed(register),
  };
}

/** @throws SearchIndexFault if a result would lead to no page */
function mustLeadSomewhere(urls: readonly string[], pages: ReadonlySet<string>): void {
  const lost = urls.filter((url) => !pages.has(url.replace(/#.*$/, '')));
  if (lost.length > 0) {
    throw new SearchIndexFault(`Search would lead to pages that are not there: ${firstFew(lost)}.`);
  }
}
