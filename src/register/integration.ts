import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { loadRecords, type Loaded } from '../records/load-records.ts';
import type { ReadingMemo } from '../records/read-records.ts';
import { DataProblems } from '../records/data-problems.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { openQuestionsIn, openQuestionsTold, whyHeld } from '../records/open-questions.ts';
import type { SoundRecords } from '../records/records.ts';
import { forPages } from './for-pages.ts';
import { linkRegister } from './link.ts';
import type { Register } from './register.ts';
import { reportProblems } from '../records/report/terminal.ts';

/**
 * One reading serves pages, files and the search index, until a file changes. Astro runs a copy of
 * this module of its own, so what was read is kept where both can reach it.
 */
const shared = globalThis as { recordsRead?: Map<string, Loaded> };
const readings = (shared.recordsRead ??= new Map<string, Loaded>());

/** In dev, so that one changed file is read and not thousands; a build reads each only once. */
let memo: ReadingMemo | undefined;

/** The records of a folder, read where they were not yet. */
export function readOnce(folder: string): Loaded {
  const reading = readings.get(folder) ?? loadRecords(folder, dataFolderName(process.env), memo);
  readings.set(folder, reading);
  return reading;
}

/**
 * The register of records, linked once for all that work beside the pages. Pages have one of their own.
 */
export function linkedOnce(records: SoundRecords, today: string): Register {
  const register = linked.get(records) ?? linkRegister(records, today);
  linked.set(records, register);
  return register;
}

const linked = new WeakMap<SoundRecords, Register>();

/**
 * Gives pages the records, once all of the folder are sound. A build with any problem stops here,
 * with every problem told; a running `astro dev` tells them and goes on showing the last sound state.
 *
 * They are no collection of Astro’s: its store would go through a file and a module, and in dev through
 * half a second of waiting.
 */
export function recordsForPages(): AstroIntegration {
  let folder: string;
  return {
    name: 'records',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
      },
      'astro:build:start': ({ logger }) => {
        const { problems, records } = readOnce(folder);
        if (records === undefined) throw new DataProblems(reportProblems(problems));
        holdOpenQuestions(records);
        giveToPages(records, logger);
      },
      'astro:server:setup': ({ server, logger }) => {
        memo ??= new Map();
        new RecordsInDev(folder, server, logger).follow();
      },
    },
  };
}

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

/** Keeps the records of the development server as the files are. */
class RecordsInDev {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #lastFailure: string | undefined;

  readonly #folder: string;
  readonly #server: ViteDevServer;
  readonly #logger: AstroIntegrationLogger;

  constructor(folder: string, server: ViteDevServer, logger: AstroIntegrationLogger) {
    this.#folder = folder;
    this.#server = server;
    this.#logger = logger;
  }

  follow(): void {
    const { watcher } = this.#server;
    this.#readAgain();
    watcher.add(this.#folder);
    watcher.on('all', (_event, path) => {
      if (path.startsWith(this.#folder)) this.#readSoon(50);
    });
  }

  /** A moment later, so that several quick changes are one. */
  #readSoon(delay: number): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      readings.delete(this.#folder);
      if (this.#readAgain()) this.#showAgain();
    }, delay);
  }

  /**
   * An editor’s program and git take files and folders away and bring them back, so a reading may fail
   * halfway. The site then goes on as it was, and the folder is read again a moment later.
   *
   * @returns whether there is anything new to show
   */
  #readAgain(): boolean {
    try {
      const { problems, records } = readOnce(this.#folder);
      this.#lastFailure = undefined;
      if (records === undefined) this.#logger.error(`\n${reportProblems(problems)}`);
      else giveToPages(records, this.#logger);
      return records !== undefined;
    } catch (error) {
      readings.delete(this.#folder);
      const { message } = error as Error;
      if (message !== this.#lastFailure) {
        this.#logger.error(`The records could not be read, and are tried again. ${message}`);
      }
      this.#lastFailure = message;
      // A folder that comes back is not seen by who watched the one that went.
      this.#server.watcher.add(this.#folder);
      this.#readSoon(1_000);
      return false;
    }
  }

  /** Astro asks again which pages there are, and browsers fetch theirs again. */
  #showAgain(): void {
    const { client, ...others } = this.#server.environments;
    for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
    client.hot.send({ type: 'full-reload', path: '*' });
  }
}

function giveToPages(records: SoundRecords, logger: AstroIntegrationLogger): void {
  const told = openQuestionsTold(openQuestionsIn(records));
  if (told !== undefined) logger.warn(told);
  forPages.records = records;
}

/** A build with questions that an import left open stops where the site wants it to. */
function holdOpenQuestions(records: SoundRecords): void {
  const open = openQuestionsIn(records);
  const isHeld = records.site.some(({ value }) => value.open_questions === 'hold');
  if (isHeld && openQuestionsTold(open) !== undefined) throw new DataProblems(whyHeld(open));
}
