import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { AstroIntegration } from 'astro';
import { siteDate } from '../domain/site-date.ts';
import { takeSizesFrom } from '../exports/sizes-from-build.ts';
import type { WholeSizes } from '../exports/whole-files.ts';
import type { Destination, ToldOfPages } from '../files/pages-to-come.ts';
import { Thread } from '../files/thread.ts';
import { dataFolderName } from '../records/data-folder.ts';
import type { Loaded } from '../records/load-records.ts';
import type { BesidePagesTask } from './beside-pages-thread.ts';
import type { PagesInMaking } from './pages-at-once.ts';

/** What is done in a thread of its own while Astro gets ready and pages are being made. */
export interface BesidePages {
  /** What the data folder holds, which the thread reads for all. */
  records: () => Promise<Loaded>;
  /** Waits for the pages, and for the data, calendars, feeds and frames of each thing of the register. */
  files: AstroIntegration;
  /** Waits for the search index. */
  index: AstroIntegration;
}

/** A thread that has begun to read a folder before Astro asks. */
let ahead: { task: BesidePagesTask; thread: Thread } | undefined;

/**
 * Begins to read the records of the build that comes next. Astro takes a second until it is loaded and
 * has read the settings, and then waits for the records.
 */
export function readAhead(): void {
  const task = taskIn(process.cwd());
  ahead = { task, thread: threadFor(task) };
}

/** @param root the folder of the project */
function taskIn(root: string): BesidePagesTask {
  const name = dataFolderName(process.env);
  return { folder: resolve(root, name), name, today: siteDate(process.env) };
}

function threadFor(task: BesidePagesTask): Thread {
  return new Thread(new URL('beside-pages-thread.ts', import.meta.url), task);
}

/** The thread that reads what a build needs: the one that has begun, if it reads just that. */
function threadOf(task: BesidePagesTask): Thread {
  const begun = ahead;
  ahead = undefined;
  return begun !== undefined && isDeepStrictEqual(begun.task, task)
    ? begun.thread
    : threadFor(task);
}

/**
 * Reads the records, and writes the pages, the files that are made of the register, and the search
 * index, while pages are being made.
 *
 * @param pages that are being made
 */
export function besidePages(pages: PagesInMaking): BesidePages {
  let isBuild = false;
  let thread: Thread | undefined;
  let reading: Promise<Loaded> | undefined;
  let destination: Destination;
  const tell = (told: ToldOfPages, handedOver?: ArrayBuffer[]) => thread!.tell(told, handedOver);
  pages.onAddresses((addresses) => tell({ addresses }));
  pages.onMade((made) =>
    tell(
      { made },
      made.map(({ content }) => content.buffer),
    ),
  );
  const files: AstroIntegration = {
    name: 'files-beside-pages',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build';
      },
      // Begins as soon as it is known what to build, because Astro takes seconds to get ready.
      'astro:config:done': ({ config }) => {
        if (!isBuild) return;
        destination = {
          site: new URL(config.base.replace(/\/?$/, '/'), config.site).href,
          output: fileURLToPath(config.outDir),
        };
        thread = threadOf(taskIn(fileURLToPath(config.root)));
        reading = thread.next<Loaded>();
        // Where Astro fails before anybody asks, it tells of that.
        reading.catch(() => undefined);
      },
      // Astro has emptied the folder before this.
      'astro:build:setup': ({ target }) => {
        if (target !== 'server') return;
        tell({ begin: destination });
        const sizes = thread!.next<WholeSizes>();
        // Where it fails before a page asks, the end of the build tells of it.
        sizes.catch(() => undefined);
        takeSizesFrom(sizes);
      },
      'astro:build:generated': () => {
        takeSizesFrom(undefined);
        tell('All pages are made.');
      },
      'astro:build:done': async ({ logger }) => {
        const written = await thread!.next<number>();
        logger.info(`${written} data files, calendars, feeds and frames were written`);
      },
    },
  };
  const index: AstroIntegration = {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        const found = await thread!.next<number>();
        logger.info(`${found} pages can be found by search`);
      },
    },
  };
  return { records: () => reading!, files, index };
}
