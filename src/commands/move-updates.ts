/**
 * `npm run move-updates`: moves the updates out of the records of actions, where they were kept
 * before there were reports, into reports.
 * Exit 0: done, or nothing to do. 1: some records need a hand. 2: could not run.
 */
import { join } from 'node:path';
import { moveUpdates } from '../authoring/move-updates.ts';
import { count } from '../domain/words.ts';
import { finishSaving, saveFiles } from '../files/save-files.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run move-updates -- [options]

  --data FOLDER  a data folder other than “data”

Moves the lists “updates” out of the records of actions into reports, one for each
plan and date, with the same words. Run it once.
`;

await run('Nothing was moved.', () => {
  const read = readOptions(usage, { options: dataOption });
  if (read === undefined) return;
  const folder = dataFolder(read.values.data);
  finishSaving(folder);
  const { changes, reports, byHand } = moveUpdates(dataFilesIn(folder), folder);
  saveFiles(folder, changes);
  for (const [path, actions] of reports) {
    process.stdout.write(
      `${join(folder, path)} now holds what was reported about ${count(actions, 'action')}.\n`,
    );
  }
  if (reports.size === 0 && byHand.size === 0) {
    process.stdout.write('There is nothing to move: no record of an action holds updates.\n');
  }
  if (byHand.size === 0) return;
  process.exitCode = 1;
  const files = [...byHand].map(([file, why]) => `  ${file}\n    ${why}\n`);
  process.stderr.write(`These need you, and were left as they are:\n${files.join('')}`);
});
