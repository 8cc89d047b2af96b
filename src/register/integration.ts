import { setImmediate as othersFirst } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { loadRecords, type Loaded } from '../records/load-records.ts';
import type { ReadingMemo } from '../records/read-records.ts';
import { DataProblems } from '../records/data-problems.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { openQuestionsIn, openQuestionsTold, whyHeld } from '../records/open-questions.ts';
import type { SoundRecords } from '../records/records.ts';
import { watchData } from '../records/watch-data.ts';
import { forPages } from './for-pages.ts';
import { linkRegister } from './link.ts';
import type { Register } from './register.ts';
import { reportProblems } from '../records/report/terminal.ts';

/**
 * In dev one reading serves pages and files, until a file changes. Astro runs a copy of this module of
 * its own, so what was read is kept where both can reach it.
 */
const shared = globalThis as { recordsRead?: Map<string, Loaded> };
const readings = (shared.recordsRead ??= new Map<string, Loaded>());

/** What was read before, so that after a change only the changed file is read again. */
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
 * Gives pages the records, once all of the folder are sound. A build with any problem stops
 * with every problem told; a running `astro dev` tells them and goes on showing the last sound state.
 *
 * @param ofBuild what a build has read of the folder
 * @param beforePages is told what has to be waited for before a page is made
 */
export function recordsForPages(
  ofBuild: () => Promise<Loaded>,
  beforePages: (given: Promise<void>) => void,
): AstroIntegration {
  let folder: string;
  let isDev = false;
  return {
    name: 'records',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isDev = command === 'dev';
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
      },
      'astro:build:start': async ({ logger }) => {
        const given = ofBuild().then(({ problems, records }) => {
          if (records === undefined) refuse(reportProblems(problems), logger);
          holdOpenQuestions(records, logger);
          giveToPages(records, logger);
        });
        beforePages(given);
        // A few records have been read by now, so mistakes in them are reported at once. If thousands
        // are still being read, Astro goes on meanwhile.
        await Promise.race([given, othersFirst()]);
      },
      'astro:server:setup': ({ server, logger }) => {
        // With NODE_ENV=test a build starts one too, which would tell all problems a second time.
        if (!isDev) return;
        memo ??= new Map();
        followFiles(folder, server, logger);
      },
    },
  };
}

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

/** Keeps the records of the development server as the files are. */
function followFiles(folder: string, server: ViteDevServer, logger: AstroIntegrationLogger): void {
  let told: string | undefined;
  const failed = ({ message }: Error): void => {
    readings.delete(folder);
    if (message !== told) {
      logger.error(`The records could not be read, and are tried again. ${message}`);
    }
    told = message;
  };
  const read = (): void => {
    readings.delete(folder);
    const { problems, records } = readOnce(folder);
    told = undefined;
    if (records === undefined) {
      logger.error(`\n${reportProblems(problems)}`);
      return;
    }
    giveToPages(records, logger);
    showAgain(server);
  };
  const end = watchData(folder, server.watcher, read, failed);
  server.httpServer?.once('close', end);
  try {
    read();
  } catch (error) {
    failed(error as Error);
  }
}

/** Astro asks again which pages there are, and browsers fetch theirs again. */
function showAgain({ environments }: ViteDevServer): void {
  const { client, ...others } = environments;
  for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
  client.hot.send({ type: 'full-reload', path: '*' });
}

function giveToPages(records: SoundRecords, logger: AstroIntegrationLogger): void {
  const told = openQuestionsTold(openQuestionsIn(records));
  if (told !== undefined) logger.warn(told);
  forPages.records = records;
}

/** A build with questions that an import left open stops where the site wants it to. */
function holdOpenQuestions(records: SoundRecords, logger: AstroIntegrationLogger): void {
  const open = openQuestionsIn(records);
  const isHeld = records.site.some(({ value }) => value.open_questions === 'hold');
  if (isHeld && openQuestionsTold(open) !== undefined) refuse(whyHeld(open), logger);
}

/** Stops a build for a reason that an editor can change. */
function refuse(why: string, logger: AstroIntegrationLogger): never {
  // Otherwise Astro would first print that a hook did not handle an error.
  Object.assign(logger, { error: () => undefined });
  throw new DataProblems(why);
}
