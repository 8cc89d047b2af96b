/**
 * `npm run new -- action --plan doncaster --outcome 2.1 --title "…"`: writes the record of a new
 * action. Asks for what is missing.
 * Exit 0: written. 1: what was given has problems, nothing is written. 2: could not run.
 * 130: stopped with Ctrl+C.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { withSchemaLine } from '../records/schema-line.ts';
import { asBlock } from '../authoring/as-block.ts';
import { writeChecked } from '../authoring/write-checked.ts';
import { withAsker } from '../authoring/ask.ts';
import { askAction } from '../authoring/ask-action.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';
import { leadsFrom } from '../authoring/update-options.ts';

const usage = `npm run new -- action [options]

  --plan NAME       the plan’s folder or code
  --outcome NUMBER  the outcome that the action serves
  --title TEXT      a short plain title
  --promise TEXT    the promise, word for word as the plan has it
  --ref NUMBER      the action’s number in the plan (the next free one)
  --lead NAME       who leads, by the name of a file in organisations; may be given again
  --partner NAME    who works with the lead; may be given again
  --topic NAME      what it is about, by the name of a file in topics; may be given again
  --due DATE        when it is due, as the plan writes it
  --measure TEXT    how success is measured; may be given again
  --row NUMBER      the row of the plan’s table
  --data FOLDER     the data folder (data)

At a terminal it asks for what is missing.
`;

await run('Nothing was written.', () =>
  withAsker(async (asker) => {
    const { values, positionals } = readOptions({
      allowPositionals: true,
      options: {
        plan: { type: 'string' },
        outcome: { type: 'string' },
        title: { type: 'string' },
        promise: { type: 'string' },
        ref: { type: 'string' },
        lead: { type: 'string', multiple: true },
        partner: { type: 'string', multiple: true },
        topic: { type: 'string', multiple: true },
        due: { type: 'string' },
        measure: { type: 'string', multiple: true },
        row: { type: 'string' },
        data: { type: 'string', default: 'data' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      return;
    }
    // So far an action is all that it makes, so the word may be left out.
    if (positionals.length > 0 && positionals.join(' ') !== 'action') {
      throw new Error(
        `This makes an action, and not “${positionals.join(' ')}”:  npm run new -- action\nPut each text in quotation marks.`,
      );
    }
    const { data: folder, lead, partner, topic, measure, ...given } = values;
    const files = dataFilesIn(folder);
    const { records } = readRecords(files, folder);
    const permalinks = join(folder, 'permalinks.txt');
    const published = existsSync(permalinks) ? readFileSync(permalinks, 'utf8').split('\n') : [];
    const folderOfFiles = { folder, name: folder, files, today: siteDate(process.env) };
    const { path, record } = await askAction(
      asker,
      { ...given, leads: leadsFrom(lead, partner), topics: topic, measures: measure },
      records,
      published,
      folderOfFiles,
    );
    const text = withSchemaLine(path, asBlock(record));
    const problems = writeChecked(folderOfFiles, path, text, true);
    if (problems.length > 0) {
      process.stderr.write(`${reportProblems(problems)}Nothing was written.\n`);
      process.exitCode = 1;
      return;
    }
    process.stdout.write(`Written to ${join(folder, path)}:\n\n${text}`);
  }),
);
