/**
 * `npm run new -- action --plan anytown --outcome 2.1 --title "…"`: writes the record of a new
 * action. Asks for what is missing.
 * Exit 0: written. 1: what was given has problems, nothing is written. 2: could not run.
 * 130: stopped with Ctrl+C.
 */
import { basename, join } from 'node:path';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { withSchemaLine } from '../records/schema-line.ts';
import { asBlock } from '../records/yaml/as-yaml.ts';
import { AlreadyThere, writeChecked, type FolderOfFiles } from '../authoring/write-checked.ts';
import { withAsker, type Asker } from '../authoring/ask.ts';
import { askAction, type ActionGiven } from '../authoring/ask-action.ts';
import { publishedElsewhere } from '../authoring/references-elsewhere.ts';
import { bytesIfThere } from '../files/save-files.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';
import { leadsFrom } from '../authoring/report-options.ts';

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
  --continues NAME  the action of an earlier plan that it carries on, such as any-2-1-2;
                    may be given again
  --row NUMBER      the row of the plan’s table
  --data FOLDER     a data folder other than “data”

At a terminal it asks for what is missing.
`;

await run('Nothing was written.', () =>
  withAsker(async (asker) => {
    const read = readOptions(usage, {
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
        continues: { type: 'string', multiple: true },
        row: { type: 'string' },
        ...dataOption,
      },
    });
    if (read === undefined) return;
    const { values, positionals } = read;
    // So far an action is all that it makes, so the word may be left out.
    if (positionals.length > 0 && positionals.join(' ') !== 'action') {
      throw new Error(
        `This makes an action, not “${positionals.join(' ')}”:  npm run new -- action\nPut each text in quotation marks.`,
      );
    }
    const { data, lead, partner, topic, measure, ...more } = values;
    const folder = dataFolder(data);
    const where = { folder, name: folder, today: siteDate(process.env) };
    let given: ActionGiven = {
      ...more,
      leads: leadsFrom(lead, partner),
      topics: topic,
      measures: measure,
    };
    for (;;) {
      const { path, record, alsoOn } = await askFrom(asker, given, where);
      const text = withSchemaLine(path, asBlock(record));
      try {
        const problems = writeChecked(where, path, (before) => {
          if (before === undefined) return text;
          throw new AlreadyThere(join(folder, path));
        });
        if (problems.length > 0) {
          process.stderr.write(`${reportProblems(problems)}Nothing was written.\n`);
          process.exitCode = 1;
          return;
        }
      } catch (error) {
        if (!(error instanceof AlreadyThere) || given.ref !== undefined) throw error;
        // Somebody took the number while the questions were answered: only that is asked again.
        asker.say(`\n${error.message} Choose another number.`);
        given = { ...given, ...record, plan: path.split('/')[1] };
        continue;
      }
      process.stdout.write(`Written to ${join(folder, path)}:\n\n${text}`);
      if (alsoOn !== undefined) {
        process.stdout.write(`\n${clash(path, alsoOn)}\n`);
      }
      return;
    }
  }),
);

/** Asks by what the folder holds now. */
function askFrom(asker: Asker, given: ActionGiven, where: Omit<FolderOfFiles, 'files'>) {
  const { folder } = where;
  const files = dataFilesIn(folder);
  const { records } = readRecords(files, folder);
  const ledger = bytesIfThere(join(folder, 'permalinks.txt'));
  const published = [
    ...(ledger === undefined ? [] : new TextDecoder().decode(ledger).split('\n')),
    ...publishedElsewhere(folder),
  ];
  return askAction(asker, given, records, published, { ...where, files });
}

function clash(path: string, branch: string): string {
  const reference = basename(path, '.yaml');
  return `The branch “${branch}” has an action ${reference} of this plan too. If that is another action, rename this file to the next free number before you join the two.`;
}
