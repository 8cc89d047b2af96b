/**
 * `npm run new -- action --plan doncaster --outcome 2.1 --title "…"`: writes the record of a new
 * action. Asks for what is missing.
 * Exit 0: written. 1: what was given has problems, nothing is written. 2: could not run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../register/data-files.ts';
import { readRecords } from '../register/read-records.ts';
import { reportProblems } from '../register/report/terminal.ts';
import { asBlock } from '../register/write/as-block.ts';
import { nextReference, outcomeNamed, planNamed, rowFor } from '../register/write/new-action.ts';
import { writeChecked } from '../register/write/write-checked.ts';
import { ask } from './ask.ts';
import { run } from './run.ts';

const usage = `npm run new -- action [options]

  --plan NAME       the plan’s folder or code
  --outcome NUMBER  the outcome that the action serves
  --title TEXT      a short plain title
  --promise TEXT    the promise, word for word as the plan has it
  --ref NUMBER      the action’s number in the plan (the next free one)
  --lead NAME       who leads, by the name of a file in organisations; may be given again
  --topic NAME      what it is about, by the name of a file in topics; may be given again
  --due DATE        when it is due, as the plan writes it
  --measure TEXT    how success is measured; may be given again
  --row NUMBER      the row of the plan’s table
  --data FOLDER     the data folder (data)
`;

await run('Nothing was written.', async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      plan: { type: 'string' },
      outcome: { type: 'string' },
      title: { type: 'string' },
      promise: { type: 'string' },
      ref: { type: 'string' },
      lead: { type: 'string', multiple: true },
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
  if (positionals.join(' ') !== 'action') throw new Error(`Say what to make:\n${usage}`);

  const folder = values.data;
  const files = dataFilesIn(folder);
  const { records } = readRecords(files, folder);
  const onlyPlan = records.plan.length === 1 ? records.plan[0]?.id : undefined;
  const plan = planNamed(
    records,
    await ask('plan', 'The plan’s folder or code', values.plan, onlyPlan),
  );
  const outcome = outcomeNamed(
    plan,
    await ask('outcome', 'The number or name of the outcome', values.outcome),
  );
  const permalinks = join(folder, 'permalinks.txt');
  const published = existsSync(permalinks) ? readFileSync(permalinks, 'utf8').split('\n') : [];
  const next = nextReference(records, plan, outcome, published);
  const reference = await ask('ref', 'The number of the action in the plan', values.ref, next);
  const title = await ask('title', 'A short plain title', values.title);
  const promise = await ask(
    'promise',
    'The promise, word for word as the plan has it',
    values.promise,
  );

  const path = `plans/${plan.id}/actions/${reference}.yaml`;
  if (files.some((file) => file.path === path)) {
    throw new Error(`${join(folder, path)} is there already, and is not written over.`);
  }
  const record = {
    title,
    promise,
    outcome,
    ...(values.lead && { leads: values.lead }),
    ...(values.topic && { topics: values.topic }),
    ...(values.due && { due: values.due }),
    ...(values.measure && { measures: values.measure }),
    source: { row: values.row ?? rowFor(records, plan.id, outcome, reference) },
  };
  const text = asBlock(record);
  const folderOfFiles = { folder, name: folder, files, today: siteDate(process.env) };
  const problems = writeChecked(folderOfFiles, path, text, true);
  if (problems.length > 0) {
    process.stderr.write(`${reportProblems(problems)}Nothing was written.\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`Written to ${join(folder, path)}:\n\n${text}`);
});
