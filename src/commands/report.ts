/**
 * `npm run report -- don-2-1-2 --reported "June 2023" --status "in progress" --text "…"`: adds an
 * update to an action’s record, below the last one. Asks for what is missing.
 * Exit 0: written. 1: what was given has problems, nothing is written. 2: could not run.
 * 130: stopped with Ctrl+C.
 */
import { join } from 'node:path';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { addUpdate, placeUpdate } from '../authoring/add-update.ts';
import { asBlock } from '../authoring/as-block.ts';
import { findAction } from '../authoring/find-action.ts';
import { problemsOfAnswer } from '../authoring/problems-of-answer.ts';
import { textOf, writeChecked } from '../authoring/write-checked.ts';
import type { UpdateRecord } from '../schema/action.ts';
import { withAsker } from '../authoring/ask.ts';
import { askUpdate } from '../authoring/ask-update.ts';
import { valueOf } from '../authoring/answer.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';
import { updateFrom, updateOptions, updateUsage } from '../authoring/update-options.ts';

const usage = `npm run report -- ACTION [options]

  ACTION              the action, such as don-2-1-2
${updateUsage}  --data FOLDER       the data folder (data)

At a terminal it asks for what is missing.
`;

await run('Nothing was written.', () =>
  withAsker(async (asker) => {
    const read = readOptions(usage, {
      allowPositionals: true,
      tokens: true,
      options: {
        ...updateOptions,
        data: { type: 'string', default: 'data' },
      },
    });
    if (read === undefined) return;
    const { values, positionals, tokens } = read;
    if (positionals.length > 1) {
      throw new Error('Name one action, and put each text in quotation marks.');
    }
    const given = updateFrom(values, tokens);
    const { data: folder } = values;
    const files = dataFilesIn(folder);
    const { records } = readRecords(files, folder);
    const find = (typed: string) => findAction(records, typed);
    const [typed] = positionals;
    const action =
      typed === undefined
        ? await asker.ask({
            option: 'ACTION',
            question: 'The action, such as don-2-1-2',
            read: find,
          })
        : valueOf(find(typed));
    asker.say(`\n${String(action.value.title)}\n`);

    const path = action.file.slice(folder.length + 1);
    const { bytes } = files.find((file) => file.path === path)!;
    const text = textOf(bytes);
    const folderOfFiles = { folder, name: folder, files, today: siteDate(process.env) };
    // While its date alone is known, it is not held against an update that it says nothing yet.
    const toCome = { text: 'This is still to come.' };
    const withUpdate = (part: Partial<UpdateRecord>) =>
      Object.keys(part).length === 0
        ? text
        : placeUpdate(text, { ...toCome, ...part } as UpdateRecord);
    const update = await askUpdate(asker, action, given, (before, after) =>
      problemsOfAnswer(folderOfFiles, path, withUpdate(before), withUpdate(after)),
    );

    const problems = writeChecked(folderOfFiles, path, (now) => {
      if (now !== undefined) return addUpdate(now, update);
      throw new Error(`“${join(folder, path)}” was taken away meanwhile.`);
    });
    if (problems.length > 0) {
      process.stderr.write(`${reportProblems(problems)}Nothing was written.\n`);
      process.exitCode = 1;
      return;
    }
    process.stdout.write(`Added to ${join(folder, path)}:\n\n${asBlock(update)}`);
  }),
);
