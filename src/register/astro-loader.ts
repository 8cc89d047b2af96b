import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { loadRecords, type Loaded } from '../records/load-records.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { openQuestionsIn, openQuestionsTold, whyHeld } from '../records/open-questions.ts';
import type { Kind, SoundRecords } from '../records/records.ts';
import { reportProblems } from '../records/report/terminal.ts';

/** One reading serves all collections, until a file changes. */
const readings = new Map<string, Loaded>();
const readOnce = (folder: string) => {
  const reading = readings.get(folder) ?? loadRecords(folder, dataFolderName(process.env));
  readings.set(folder, reading);
  return reading;
};

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
      fill(context, kind, readOnce(folder));
      context.watcher?.add(folder);
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        readings.delete(folder);
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          for (const refill of refills.values()) refill();
        }, 50);
      });
      refills.set(kind, () => fill(context, kind, readOnce(folder)));
    },
  };
}

/** In dev a change fills every collection anew, a moment after the last of several quick changes. */
const refills = new Map<Kind, () => void>();
let waiting: ReturnType<typeof setTimeout> | undefined;

function fill(context: LoaderContext, kind: Kind, { problems, records }: Loaded): void {
  if (records === undefined) {
    if (context.watcher === undefined) throw new DataProblems(reportProblems(problems));
    if (kind === 'action') context.logger.error(`\n${reportProblems(problems)}`);
    return;
  }
  if (kind === 'action') tellOpenQuestions(context, records);
  context.store.clear();
  for (const { id, value } of records[kind]) {
    context.store.set({
      id,
      data: { ...value },
      digest: context.generateDigest({ ...value }),
    });
  }
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

/** Problems in the records: the message is all that an editor needs, so there is no stack to show. */
export class DataProblems extends Error {
  override name = 'DataProblems';
  constructor(report: string) {
    super(`\n\n${report}`);
    this.stack = '';
  }
}

function dataFolder({ config }: LoaderContext): string {
  return fileURLToPath(new URL(dataFolderName(process.env), config.root));
}
