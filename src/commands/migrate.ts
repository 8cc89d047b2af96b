/**
 * `npm run migrate`: brings records that an earlier version of the program wrote into the shape that
 * this one reads. `npm run upgrade` runs it.
 * Exit 0: done, or nothing to do. 1: some records need a hand. 2: could not run.
 */
import { count } from '../domain/words.ts';
import { finishSaving, saveFiles } from '../files/save-files.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { migrationsSince } from '../upgrade/migrations.ts';
import { versionOf } from '../upgrade/versions.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run migrate -- --since VERSION [options]

  --since VERSION  the version of the program that wrote the records, such as 0.1.0
  --data FOLDER    a data folder other than “data”

Brings the records into the shape that this version of the program reads. Notes in them stay.
`;

await run('The records were not changed.', () => {
  const read = readOptions(usage, { options: { ...dataOption, since: { type: 'string' } } });
  if (read === undefined) return;
  const since = versionOf(read.values.since ?? '');
  if (since === undefined) throw new Error('Say which version wrote them, such as  --since 0.1.0');
  const folder = dataFolder(read.values.data);
  finishSaving(folder);
  for (const { about, migrate } of migrationsSince(since)) {
    const { changes, byHand } = migrate(dataFilesIn(folder), folder);
    saveFiles(folder, changes);
    if (changes.length > 0) {
      process.stdout.write(`${about} ${count(changes.length, 'file')} changed.\n`);
    }
    if (byHand.size === 0) continue;
    process.exitCode = 1;
    const files = [...byHand].map(([file, why]) => `  ${file}\n    ${why}\n`);
    process.stderr.write(`${about} These need you:\n${files.join('')}`);
    return;
  }
});
