import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { loadRecords, type Loaded } from '../records/load-records.ts';
import type { ReadingMemo } from '../records/read-records.ts';
import { DataProblems } from '../records/data-problems.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { openQuestionsIn, openQuestionsTold, whyHeld } from '../records/open-questions.ts';
import type { Kind, SoundRecords } from '../records/records.ts';
import { linkRegister } from './link.ts';
import type { Register } from './register.ts';
import { reportProblems } from '../records/report/terminal.ts';

/**
 * One reading serves all collections and the search index, until a file changes. Astro runs a copy
 * of this module of its own, so what was read is kept where both can reach it.
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
 * The register of records, linked once for all that work beside the pages. Pages have one of their
 * own, from Astro’s collections.
 */
export function linkedOnce(records: SoundRecords, today: string): Register {
  const register = linked.get(records) ?? linkRegister(records, today);
  linked.set(records, register);
  return register;
}

const linked = new WeakMap<SoundRecords, Register>();

/**
 * Hands Astro the records of one kind, once all records of the folder are sound. A build with any
 * problem stops here, with every problem told; a running `astro dev` tells them and goes on
 * showing the last sound state.
 */
export function recordsLoader(kind: Kind): Loader {
  return {
    name: `records-${kind}`,
    async load(context) {
      const folder = dataFolder(context);
      if (context.watcher !== undefined) memo ??= new Map();
      fill(context, kind, readOnce(folder));
      context.watcher?.add(folder);
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        refillSoon(context, folder, 50);
      });
      refills.set(kind, () => fill(context, kind, readOnce(folder)));
    },
  };
}

/** In dev a change fills every collection anew, a moment after the last of several quick changes. */
const refills = new Map<Kind, () => void>();
let waiting: ReturnType<typeof setTimeout> | undefined;
let lastFailure: string | undefined;

/**
 * An editor’s program and git take files and folders away and bring them back, so a reading may fail
 * halfway. The site then goes on as it was, and the folder is read again a moment later.
 */
function refillSoon(context: LoaderContext, folder: string, delay: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    readings.delete(folder);
    try {
      for (const refill of refills.values()) refill();
      lastFailure = undefined;
    } catch (error) {
      readings.delete(folder);
      const { message } = error as Error;
      if (message !== lastFailure) {
        context.logger.error(`The records could not be read, and are tried again. ${message}`);
      }
      lastFailure = message;
      // A folder that comes back is not seen by who watched the one that went.
      context.watcher?.add(folder);
      refillSoon(context, folder, 1_000);
    }
  }, delay);
}

function fill(context: LoaderContext, kind: Kind, { problems, records }: Loaded): void {
  if (records === undefined) {
    if (context.watcher === undefined) throw new DataProblems(reportProblems(problems));
    if (kind === 'action') context.logger.error(`\n${reportProblems(problems)}`);
    return;
  }
  if (kind === 'action') tellOpenQuestions(context, records);
  const entries = records[kind].map(({ id, value }) => ({
    id,
    data: { ...value },
    digest: context.generateDigest({ ...value }),
  }));
  context.store.clear();
  for (const entry of entries) context.store.set(entry);
}

/** A build with questions that an import left open says so, and stops where the site wants it to. */
function tellOpenQuestions(context: LoaderContext, records: SoundRecords): void {
  const open = openQuestionsIn(records);
  const told = openQuestionsTold(open);
  if (told === undefined) return;
  const isHeld = records.site.some(({ value }) => value.open_questions === 'hold');
  if (isHeld && context.watcher === undefined) throw new DataProblems(whyHeld(open));
  context.logger.warn(told);
}

function dataFolder({ config }: LoaderContext): string {
  return fileURLToPath(new URL(dataFolderName(process.env), config.root));
}
