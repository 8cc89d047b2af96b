/**
 * `npm run remind`: keeps one open issue for each lead on the code host, with what is due soon, past
 * its date or without news for a year. It is run by the workflow “Reminders”.
 * Exit 0: done, or switched off. 1: the records have problems. 2: could not run.
 */
import { githubIssues } from '../reminders/github-issues.ts';
import { keepIssues } from '../reminders/keep-issues.ts';
import { reminderIssues } from '../reminders/reminder-issues.ts';
import { count, listed } from '../domain/words.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { registerIn } from './register-in.ts';
import { run } from './run.ts';

const usage = `npm run remind -- [options]

  --data FOLDER    a data folder other than “data”

Keeps one open issue for each lead on GitHub up to date with what  npm run due  lists.
Does nothing unless data/site.yaml says  reminders: true
`;

const within = 30;

await run('The reminders were not brought up to date.', async () => {
  const read = readOptions(usage, { options: dataOption });
  if (read === undefined) return;
  const { register, site } = registerIn(dataFolder(read.values.data));
  if (register.site.reminders !== 'true') {
    process.stdout.write(
      'Reminders are switched off. To switch them on, write  reminders: true  in data/site.yaml.\n',
    );
    return;
  }
  const wanted = reminderIssues(register, within, site);
  const kept = await keepIssues(githubIssues(process.env), 'reminder', wanted);
  const told = (['created', 'updated', 'closed'] as const).map(
    (what) => `${count(kept[what].length, 'issue')} ${what}`,
  );
  process.stdout.write(`${listed([...told, `${kept.unchanged.length} left as they were`])}.\n`);
});
