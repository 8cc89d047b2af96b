/**
 * `npm run check`: reads every record and tells every problem.
 * Exit 0: none. 1: problems. 2: could not run.
 */
import { watch } from 'node:fs';
import { siteDate } from '../domain/site-date.ts';
import { count } from '../domain/words.ts';
import { changeSince } from '../guard/change-since.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords, type Checked } from '../records/load-records.ts';
import { openQuestionsIn, openQuestionsTold } from '../records/open-questions.ts';
import { withoutBrought, type Problem } from '../records/problem.ts';
import { reportedWithinYear } from '../records/rules/gaps.ts';
import { isReporter, reporters, type ReporterName } from '../records/report/reporters.ts';
import { allowClosedPipe } from './closed-pipe.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { expiredContact } from './expired-contact.ts';
import { readOptions } from './read-options.ts';
import { run, why } from './run.ts';
import { tell } from './tell.ts';

const usage = `npm run check -- [options]

  --reporter NAME        terminal, github (annotations of a pull request) or json
  --warnings             list every warning one by one
  --watch                check again after each change, until Ctrl+C
  --against GIT_REF      compare with an earlier state, such as origin/main: says what
                         changed, and refuses a changed promise, first date or lead
  --data FOLDER          a data folder other than “data”
`;

interface Options {
  folder: string;
  reporter: ReporterName;
  allWarnings: boolean;
  against: string | undefined;
}

function check(options: Options): void {
  const { folder, against } = options;
  const checked = checkRecords(dataFilesIn(folder), folder, siteDate(process.env));
  const change = against === undefined ? undefined : changeSince(against, folder, folder, checked);
  const broken = change?.problems ?? [];
  const errors: Problem[] = [...withoutBrought(checked.problems, broken), ...broken];
  // Someone who compares wants to know about what changed, and not about what was there before. Nobody
  // can have reported a year ago on a record that is new.
  const warnings = checked.warnings.filter(
    ({ file, also = file, rule }) =>
      change === undefined ||
      ((change.files.has(file) || change.files.has(also)) &&
        !(rule === reportedWithinYear.name && change.added.has(file))),
  );
  tellAll(options, errors, warnings, checked, change?.markdown);
  process.exitCode = errors.length > 0 ? 1 : 0;
}

function tellAll(
  { reporter, allWarnings }: Options,
  errors: readonly Problem[],
  warnings: readonly Problem[],
  { records }: Checked,
  markdown: string | undefined,
): void {
  const colour = reporter === 'terminal' && process.stderr.isTTY && !process.env['NO_COLOR'];
  const problems = [...errors, ...warnings];
  const report = reporters[reporter](problems, { colour, allWarnings });
  tell({ reporter, report, failed: errors.length > 0, markdown, environment: process.env });
  if (reporter === 'json' || errors.length > 0 || records === undefined) return;
  const { plan, action, organisation } = records;
  const open = openQuestionsTold(openQuestionsIn(records));
  process.stdout.write(
    `${open === undefined ? 'All good' : 'No mistakes'}: ${count(plan.length, 'plan')}, ${count(action.length, 'action')}, ${count(organisation.length, 'organisation')}.\n`,
  );
  if (open !== undefined) process.stdout.write(`${open}\n`);
  const expired = expiredContact(process.env);
  if (expired !== undefined) process.stdout.write(`${expired}\n`);
}

function optionsTyped(): (Options & { watching: boolean }) | undefined {
  const read = readOptions(usage, {
    options: {
      ...dataOption,
      reporter: { type: 'string', default: 'terminal' },
      warnings: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      against: { type: 'string' },
    },
  });
  if (read === undefined) return undefined;
  const { values } = read;
  const { reporter } = values;
  if (!isReporter(reporter)) {
    throw new Error(
      `There is no reporter “${reporter}”. Use one of: ${Object.keys(reporters).join(', ')}.`,
    );
  }
  return {
    folder: dataFolder(values.data),
    reporter,
    allWarnings: values.warnings,
    against: values.against,
    watching: values.watch,
  };
}

function checkAgainAfterChanges(options: Options): void {
  let waiting: NodeJS.Timeout | undefined;
  const stop = () => process.exit();
  // Someone who stops it has seen whether there were problems, so this is no failure.
  process.on('SIGINT', () => process.exit(0));
  allowClosedPipe(stop);
  const watcher = watch(options.folder, { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      process.stdout.write(`\n${new Date().toLocaleTimeString('en-GB')}\n`);
      attempt(options);
    }, 100);
  });
  // A folder that comes and goes while it is read is looked at again with the next change.
  watcher.on('error', () => undefined);
  process.stdout.write('Watching for changes. Stop with Ctrl+C.\n');
}

/** A file may be half saved, or gone before it is read: then the next change tells more. */
function attempt(options: Options): void {
  try {
    check(options);
  } catch (error) {
    process.stderr.write(`The check could not run. ${why(error as Error)}\n`);
    process.exitCode = 2;
  }
}

await run('The check could not run.', () => {
  const options = optionsTyped();
  if (options === undefined) return;
  if (!options.watching) {
    check(options);
    return;
  }
  attempt(options);
  checkAgainAfterChanges(options);
});
