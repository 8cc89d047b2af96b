/**
 * `npm run permalinks`: builds the site and records its new addresses in the data folder’s
 * `permalinks.txt`. It takes none out.
 * Exit 0: done. 1: an address would be lost, or with --check one is not recorded. 2: could not run.
 */
import { resolve } from 'node:path';
import {
  earlierLedger,
  earlierLedgers,
  removedLines,
  type EarlierLedger,
} from '../permalinks/earlier-ledger.ts';
import { loadLedger, saveLedger } from '../permalinks/ledger-file.ts';
import { unrecorded, withAddresses } from '../permalinks/ledger.ts';
import { publishedAddresses } from '../permalinks/published-addresses.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { siteSettings } from '../records/site-settings.ts';
import { withFreshBuild } from './build-site.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run permalinks -- [options]

  --check            record nothing; fail if an address is not recorded
  --against GIT_REF  also fail if a line was taken out since an earlier state, such as
                     origin/main
  --built FOLDER     use this finished build instead of making one
  --data FOLDER      a data folder other than “data”
`;

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

async function recordAddresses(): Promise<void> {
  const read = readOptions(usage, {
    options: {
      check: { type: 'boolean', default: false },
      against: { type: 'string' },
      built: { type: 'string' },
      ...dataOption,
    },
  });
  if (read === undefined) return;
  const { values } = read;
  const name = dataFolder(values.data);
  const folder = resolve(name);
  // Where no site is, a list of its addresses would be written for nothing.
  siteSettings(folder, name);
  const earlier = earlierLedgers(folder);
  if (values.against !== undefined) earlier.push(named(folder, values.against));
  // The build itself fails if it would lose an address.
  const published =
    values.built === undefined
      ? await withFreshBuild(publishedAddresses, { logLevel: 'error' })
      : publishedAddresses(resolve(values.built));

  const { ledger, problems, name: file, read: before } = loadLedger(folder, name);
  problems.push(...removedLines(earlier, ledger, file));
  const added = unrecorded(ledger, published);
  if (problems.length > 0) {
    process.stderr.write(reportProblems(problems));
    process.exitCode = 1;
  } else if (values.check && added.length > 0) {
    const list = added.map((address) => `  ${address}\n`).join('');
    process.stderr.write(`These addresses are not recorded. Run  npm run permalinks\n${list}`);
    process.exitCode = 1;
  } else {
    const whole = withAddresses(ledger, added);
    if (!values.check) saveLedger(folder, whole, before);
    process.stdout.write(
      added.length === 0
        ? `All ${whole.links.length} addresses are recorded.\n`
        : `${added.length} new addresses are recorded in ${file}, which holds ${whole.links.length}. Commit that file.\n`,
    );
  }
}

function named(folder: string, ref: string): EarlierLedger {
  const earlier = earlierLedger(folder, ref);
  if (earlier !== undefined) return earlier;
  throw new Error(
    `There is no earlier list of addresses of this site at “${ref}”. Name a commit, branch or tag that git has here, such as origin/main.`,
  );
}

await run('No address was recorded.', recordAddresses);
