/**
 * `npm run licences`: under which licences the packages may be used that building the site needs.
 * Exit 0: all may. 1: one has a licence that nobody has looked at. 2: could not run.
 */
import { readFileSync } from 'node:fs';
import { count } from '../domain/words.ts';
import { packageLicences } from './package-licences.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run licences
  lists the licence of each package that building the site needs, and fails if one may ask for
  more than to be named
`;

await run('The licences were not listed.', () => {
  if (readOptions(usage, {}) === undefined) return;
  const lock = new URL('../../package-lock.json', import.meta.url);
  const found = packageLicences(
    JSON.parse(readFileSync(lock, 'utf8')) as Parameters<typeof packageLicences>[0],
  );
  for (const [licence, packages] of Map.groupBy(found, (one) => one.licence)) {
    const names = packages.map(({ name, version }) => `${name} ${version}`);
    process.stdout.write(`${licence} (${count(packages.length, 'package')})\n`);
    process.stdout.write(`  ${names.join(', ')}\n`);
    const because = packages[0]?.because;
    if (because !== undefined) process.stdout.write(`  ${because}\n`);
    process.stdout.write('\n');
  }
  const refused = found.filter(({ allowed }) => !allowed);
  if (refused.length === 0) return;
  process.exitCode = 1;
  process.stderr.write(
    refused
      .map(
        ({ name, version, licence }) =>
          `${name} ${version} has the licence “${licence}”, which nobody has looked at.\n`,
      )
      .join('') +
      'Take the package out. Or read the licence, and add it to src/commands/package-licences.ts with the reason why it may be used.\n',
  );
});
