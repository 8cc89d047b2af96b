/**
 * `npm run due`: lists what is due soon, past its date or without news for a year, by lead.
 * Exit 0: listed, also where there is nothing. 1: the records have problems. 2: could not run.
 */
import { offer } from '../domain/nearest.ts';
import { dueList } from '../reminders/due-list.ts';
import { dueListForms, type DueListForm } from '../reminders/due-list-forms.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { registerIn } from './register-in.ts';
import { run } from './run.ts';

const usage = `npm run due -- [options]

  --within DAYS    how far to look ahead (30)
  --lead NAME      only what one organisation leads, by its file’s name
  --plan NAME      only one plan, by its folder’s name
  --format FORM    text, markdown or json (text)
  --data FOLDER    a data folder other than “data”

Lists, by lead, what is due soon, what has passed its date and what nobody has reported on
for a year.
`;

await run('Nothing was listed.', () => {
  const read = readOptions(usage, {
    options: {
      within: { type: 'string', default: '30' },
      lead: { type: 'string' },
      plan: { type: 'string' },
      format: { type: 'string', default: 'text' },
      ...dataOption,
    },
  });
  if (read === undefined) return;
  const { within, lead, plan, format, data } = read.values;
  if (!/^\d{1,4}$/.test(within)) {
    throw new Error(`“${within}” is not a number of days. Write one such as  --within 30`);
  }
  if (!isForm(format)) {
    throw new Error(
      `There is no format “${format}”. Use one of: ${Object.keys(dueListForms).join(', ')}.`,
    );
  }
  const { register, site } = registerIn(dataFolder(data));
  mustBeThere(
    'organisation',
    lead,
    register.organisations.map(({ id }) => id),
  );
  mustBeThere(
    'plan',
    plan,
    register.plans.map(({ id }) => id),
  );
  const list = dueList(register, { within: Number(within), lead, plan });
  process.stdout.write(dueListForms[format](list, site, register.site.words));
});

function isForm(name: string): name is DueListForm {
  return Object.hasOwn(dueListForms, name);
}

function mustBeThere(what: string, typed: string | undefined, known: readonly string[]): void {
  if (typed === undefined || known.includes(typed)) return;
  throw new Error(
    `There is no ${what} “${typed}”. ${offer(typed, known, `Use the name of ${what === 'plan' ? 'a folder in data/plans' : 'a file in data/organisations'}.`)}`,
  );
}
