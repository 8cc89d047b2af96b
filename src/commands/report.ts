/**
 * `npm run report -- don-2-1-2 --reported "June 2023" --status "in progress" --text "…"`: adds an
 * update to an action’s record, below the last one. Asks for what is missing.
 * Exit 0: written. 1: what was given has problems, nothing is written. 2: could not run.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../register/data-files.ts';
import { readRecords } from '../register/read-records.ts';
import { reportProblems } from '../register/report/terminal.ts';
import { addUpdate } from '../register/write/add-update.ts';
import { asBlock } from '../register/write/as-block.ts';
import { findAction } from '../register/write/find-action.ts';
import { writeChecked } from '../register/write/write-checked.ts';
import type { UpdateRecord } from '../schema/action.ts';
import { ask } from './ask.ts';
import { run } from './run.ts';

const usage = `npm run report -- ACTION [options]

  ACTION              the action, such as don-2-1-2
  --reported DATE     when this was reported, such as "June 2023"
  --status WORD       not started, in progress, complete, not reported, withdrawn or merged
  --status-text TEXT  the report’s own words for the status
  --text TEXT         what was reported, in the report’s own words
  --due DATE          the new due date, if it moved (with --reason)
  --lead NAME         a new lead, if they changed (with --reason); may be given again
  --merged-into ID    with --status merged: the action that goes on
  --rag COLOUR        red, amber or green, where the report gives one
  --reason TEXT       why a date or lead changed, or why it was withdrawn
  --data FOLDER       the data folder (data)
`;

await run('Nothing was written.', async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      reported: { type: 'string' },
      status: { type: 'string' },
      'status-text': { type: 'string' },
      text: { type: 'string' },
      due: { type: 'string' },
      lead: { type: 'string', multiple: true },
      'merged-into': { type: 'string' },
      rag: { type: 'string' },
      reason: { type: 'string' },
      data: { type: 'string', default: 'data' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const folder = values.data;
  const files = dataFilesIn(folder);
  const { records } = readRecords(files, folder);
  const action = findAction(
    records,
    await ask('ACTION', 'The action, such as don-2-1-2', positionals[0]),
  );
  const reported = await ask('reported', 'When was this reported', values.reported);
  const says = [values.status, values.text, values.due, values.lead, values['status-text']];
  const text = says.some((value) => value !== undefined)
    ? values.text
    : await ask('text', 'What was reported, in the report’s own words', undefined);
  const given = {
    reported,
    status: values.status,
    status_text: values['status-text'],
    rag: values.rag,
    text,
    merged_into: values['merged-into'],
    due: values.due,
    leads: values.lead,
    reason: values.reason,
  };
  const update = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as UpdateRecord;

  const path = action.file.slice(folder.length + 1);
  const { bytes } = files.find((file) => file.path === path)!;
  const written = addUpdate(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), update);
  const folderOfFiles = { folder, name: folder, files, today: siteDate(process.env) };
  const problems = writeChecked(folderOfFiles, path, written, false);
  if (problems.length > 0) {
    process.stderr.write(`${reportProblems(problems)}Nothing was written.\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`Added to ${join(folder, path)}:\n\n${asBlock(update)}`);
});
