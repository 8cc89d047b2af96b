/**
 * `npm run import -- FILE --plan <id>`: brings a plan in from a Word, Excel or text table.
 * With `--report "July 2019"` it takes a progress round instead.
 * Exit 0: done. 1: done, and something needs you. 2: could not run, and nothing was changed.
 * 130: stopped with Ctrl+C, and nothing was changed.
 */
import type { Choose } from '../import/questions/ask-leads.ts';
import { fieldMeanings } from '../import/columns/column-names.ts';
import { planFactNames, statusAnswers } from '../import/questions/mapping.ts';
import { runImport } from '../import/run-import.ts';
import { runProgressRound } from '../import/run-progress-round.ts';
import { CannotRun } from '../import/table.ts';
import { withAsker, type Asker } from '../authoring/ask.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const widest = Math.max(...Object.keys(fieldMeanings).map((field) => field.length));
/** The names that a mapping file can give a column, with what they mean. */
const meanings = Object.entries(fieldMeanings)
  .map(([field, meaning]) => `                          ${field.padEnd(widest)}  ${meaning}`)
  .join('\n');

const help = `npm run import -- FILE --plan libraries-2026 --publisher council --reported "March 2022"
  brings a plan in from a table
npm run import -- FILE --plan libraries-2026 --report "July 2019"
  brings in progress on many actions as one report (columns: Ref, Status, Progress; or the
  progress sheet or table that you downloaded from the site)

FILE is .docx (Word), .xlsx (Excel), .csv, or .txt with tabs between the columns.

  --plan ID             the plan’s folder in data/plans
  --publisher NAME      who published the plan, as in data/organisations
  --reported DATE       when the progress in the file was reported: the month of the newest
                        update, or the month in which the plan was published if it has none.
                        Each status on the site is shown with this date
  --code CODE           two to eight small letters and figures, such as any28. It begins the
                        number and the address of every action, and can never change
  --title, --short-title, --area, --from, --to, --source-url
                        more about the plan, if the folder is new
  --succeeds ID         the folder of the plan that this one follows. Where the table says which
                        of its actions are carried on, the records say so too
  --by NAME             with --report: who reports, as in data/organisations. Left out where
                        it is the publisher of the plan
  --source-title TEXT   with --report: the title of the document in which it can be read,
                        and with --source-url its address
  --mapping FILE        your own names of columns, leads and statuses (YAML), such as
                          columns:
                            What it costs: note
                          leads:
                            Night Line Trust: care-trust
                          statuses:
                            Nearly there: in progress
                        A column can be for:
${meanings}
                        A lead is a file in data/organisations without “.yaml”, or
                        several with commas; new; or keep.
                        A status is: ${statusAnswers.join(', ')}.
  --join-rows           join rows that a page break has split
  --add-organisations   write a record for each unknown lead, saying that nothing is known;
                        what may be a person or a job is asked about
  --add-abbreviations   the same for each unknown abbreviation, in the glossary
  --data FOLDER         a data folder other than “data”

What it cannot know, it asks. At a terminal you can answer the questions about leads and statuses at
once. All other questions, and those that you skip, are in data/plans/<plan>/answers.yaml, each with
the rows that it is about. Write your answers there and import again. Run it as often as you like:
it leaves alone what somebody has changed since.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

await run('Nothing was imported.', () =>
  withAsker(async (asker) => {
    const read = readOptions(help, {
      allowPositionals: true,
      options: {
        plan: text,
        ...dataOption,
        mapping: text,
        report: text,
        title: text,
        'short-title': text,
        code: text,
        publisher: text,
        area: text,
        reported: text,
        from: text,
        to: text,
        'source-url': text,
        succeeds: text,
        'source-title': text,
        by: text,
        'join-rows': flag,
        'add-organisations': flag,
        'add-abbreviations': flag,
      },
    });
    if (read === undefined) return;
    const { values, positionals } = read;
    const [file, ...more] = positionals;
    if (file === undefined || values.plan === undefined || more.length > 0) {
      throw new CannotRun(`Name one file, and the plan.\n\n${help}`);
    }
    const common = {
      file,
      plan: values.plan,
      data: dataFolder(values.data),
      mapping: values.mapping,
    };
    const outcome =
      values.report === undefined
        ? await runImport(
            {
              ...common,
              joinRows: values['join-rows'],
              addOrganisations: values['add-organisations'],
              addAbbreviations: values['add-abbreviations'],
              facts: Object.fromEntries(
                planFactNames.map((name) => [name, values[name.replaceAll('_', '-') as 'title']]),
              ),
            },
            asker.present ? chooser(asker) : undefined,
          )
        : await runProgressRound(
            {
              ...common,
              reported: values.report,
              by: values.by,
              source: sourceOf(values['source-title'], values['source-url']),
            },
            asker.present ? chooser(asker) : undefined,
          );
    process.stdout.write(outcome.text);
    process.exitCode = outcome.exitCode;
  }),
);

/** Where a progress round can be read, as far as that was said. */
function sourceOf(title: string | undefined, url: string | undefined) {
  if (title === undefined) {
    if (url !== undefined) {
      throw new CannotRun('Say with --source-title what the document is called, too.');
    }
    return undefined;
  }
  return { title, ...(url !== undefined && { url }) };
}

/** Shows numbered choices and asks for a number. */
function chooser(asker: Asker): Choose {
  return async (question, choices) => {
    const numbered = choices.map((choice, index) => `  ${index + 1}  ${choice}\n`).join('');
    asker.say(`\n${question}\n${numbered}`);
    return asker.askIfAny({
      option: '--mapping',
      question: `A number from 1 to ${choices.length}, or nothing to leave it for later`,
      read: (typed) =>
        choices[Number(typed) - 1] === undefined
          ? { refusal: 'That is not one of the numbers.' }
          : { value: Number(typed) - 1 },
    });
  };
}
