/**
 * `npm run sources`: checks whether the documents and websites that the records name are still there.
 * Exit 0: asked, whatever the answers are. 1: the records have problems. 2: could not run.
 */
import { loadRecords } from '../records/load-records.ts';
import { DataProblems } from '../records/data-problems.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { githubIssues } from '../reminders/github-issues.ts';
import { keepIssues } from '../reminders/keep-issues.ts';
import { addressesIn } from '../sources/addresses-in.ts';
import { archivedCopy, askAddresses, usualManners } from '../sources/ask-addresses.ts';
import {
  addressForms,
  needsALook,
  type AddressForm,
  type AskedAddress,
} from '../sources/tell-addresses.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run sources -- [ADDRESS …] [options]

  ADDRESS          check only these, and not those of the records
  --format FORM    text, markdown or json (text)
  --archive URL    where to look for copies of what is gone
                   (https://archive.org/wayback/available)
  --no-archive     do not look for copies
  --issue          keep an open issue on GitHub with the answers, where data/site.yaml
                   says  reminders: true
  --data FOLDER    a data folder other than “data”

Checks whether the documents and websites that the records name are still there. It is
slow, because it asks each server one thing at a time. It never fails because of an answer.
`;

await run('The addresses were not checked.', async () => {
  const read = readOptions(usage, {
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      archive: { type: 'string', default: 'https://archive.org/wayback/available' },
      'no-archive': { type: 'boolean', default: false },
      issue: { type: 'boolean', default: false },
      ...dataOption,
    },
  });
  if (read === undefined) return;
  const { format, archive, issue, data, 'no-archive': noArchive } = read.values;
  if (!isForm(format)) {
    throw new Error(
      `There is no format “${format}”. Use one of: ${Object.keys(addressForms).join(', ')}.`,
    );
  }
  for (const address of read.positionals) {
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
      throw new Error(`“${address}” is not a web address. Write the whole of it, with https://`);
    }
  }
  const name = dataFolder(data);
  const { records, problems } = loadRecords(name, name);
  if (records === undefined) throw new DataProblems(reportProblems(problems));
  const site = records.site[0]!.value;
  const manners = {
    ...usualManners,
    userAgent: `${site.name.replaceAll(/[^\x20-\x7e]/g, '')} link check (+${site.url}; ${site.contact})`,
  };
  const named =
    read.positionals.length > 0
      ? read.positionals.map((address) => ({ address, files: [] }))
      : addressesIn(records);
  const answers = await askAddresses(
    named.map(({ address }) => address),
    manners,
  );
  if (named.length > 1 && [...answers.values()].every(({ kind }) => kind === 'no answer')) {
    process.stdout.write(
      `None of the ${named.length} addresses answered. Is this computer connected to the internet?\n`,
    );
    return;
  }
  const asked: AskedAddress[] = [];
  for (const one of named) {
    const answer = answers.get(one.address)!;
    const isLost = answer.kind === 'gone' || answer.kind === 'no answer';
    const archived =
      isLost && !noArchive ? await archivedCopy(one.address, archive, manners) : undefined;
    asked.push({ ...one, answer, archived });
  }
  process.stdout.write(addressForms[format](asked));
  if (issue && site.reminders === 'true') await keepIssue(asked);
});

function isForm(name: string): name is AddressForm {
  return Object.hasOwn(addressForms, name);
}

async function keepIssue(asked: readonly AskedAddress[]): Promise<void> {
  const body = `${addressForms.markdown(asked.filter(needsALook))}\nPut the new address or the archived copy into the record: “archived” beside “url” keeps both. This list is kept up to date by a program.\n`;
  const wanted = asked.some(needsALook)
    ? [{ key: '-', title: 'Addresses of sources that no longer work', body }]
    : [];
  await keepIssues(githubIssues(process.env), 'sources', wanted);
}
