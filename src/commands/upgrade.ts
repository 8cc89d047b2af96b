/**
 * `npm run upgrade`: brings a newer version of the program into a copy, and leaves the adopter’s data
 * alone.
 * Exit 0: done, or nothing to do. 2: not done, and everything is as it was before.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { upgrade } from '../upgrade/upgrade.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run upgrade -- [options]

  --from ADDRESS  where newer versions come from, as an address or a folder;
                  kept in package.json, so you only say it once
  --to VERSION    a version other than the newest one
  --replace       also replace files of the program that you changed
  --into FOLDER   a copy other than this one, such as one that is too old to have
                  this command

Brings a newer version of the program into your copy. Your data/, README.md, .github/CODEOWNERS
and what you put into public/ stay as they are. Records are brought into a new shape if there is one.
If anything fails, your copy is as it was before. Nothing is committed, so you can look at it first.
`;

await run('Your copy is as it was before.', async () => {
  const text = { type: 'string' } as const;
  const read = readOptions(usage, {
    options: {
      from: text,
      to: text,
      into: text,
      replace: { type: 'boolean', default: false },
    },
  });
  if (read === undefined) return;
  const { into, from: typed, ...options } = read.values;
  // A folder is named from where the command is run, and not from the copy, which may be elsewhere.
  const from = typed !== undefined && existsSync(typed) ? resolve(typed) : typed;
  await upgrade(resolve(into ?? '.'), { ...options, from }, (line) =>
    process.stdout.write(`${line}\n`),
  );
});
