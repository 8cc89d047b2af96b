/**
 * `npm run start-fresh`: empties the two plans that this project came with, and makes the site the
 * adopter’s. It asks for what the flags do not say.
 * Exit 0: done. 2: could not run, and nothing was changed. 130: stopped with Ctrl+C.
 */
import {
  ownPlans,
  startFresh,
  uncommitted,
  wrongWith,
  type Adopter,
} from '../authoring/start-fresh.ts';
import { CannotRun } from '../import/table.ts';
import type { Answer } from '../authoring/answer.ts';
import { withAsker, type Asker } from '../authoring/ask.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run start-fresh [-- options]

  --name TEXT       the name of your site
  --url ADDRESS     where it will be published
  --publisher TEXT  who publishes the plan
  --contact EMAIL   where people may write
  --force           also where something of your own would be lost

At a terminal it asks for what is missing.
`;

const questions = {
  name: 'The name of your site, such as Promised to carers in Anytown',
  url: 'The address at which it will be published, such as https://carers.example.org/',
  publisher: 'Who publishes the plan, such as Anytown Council',
  contact: 'The email address to which people may write',
} as const satisfies Record<keyof Adopter, string>;

/** What stands in for the answers still to come while one is looked at. */
const sound: Adopter = {
  name: 'A site',
  url: 'https://example.org/',
  publisher: 'A council',
  contact: 'someone@example.org',
};

await run('Could not start afresh.', () =>
  withAsker(async (asker) => {
    const text = { type: 'string' } as const;
    const read = readOptions(usage, {
      options: {
        name: text,
        url: text,
        publisher: text,
        contact: text,
        force: { type: 'boolean', default: false },
      },
    });
    if (read === undefined) return;
    const { force, ...given } = read.values;
    if (!force) refuseToLose(process.cwd());
    const done = startFresh(process.cwd(), await askAdopter(asker, given));
    process.stdout.write(`${done.join('\n')}\n`);
  }),
);

function refuseToLose(root: string): void {
  const own = ownPlans(root);
  if (own.length > 0) {
    throw new CannotRun(
      `Your own plans are in data/ already, and this command would take them out: ${own.join(', ')}. If you want that, run the command again with  -- --force`,
    );
  }
  const changes = uncommitted(root);
  if (changes?.length === 0) return;
  throw new CannotRun(
    changes === undefined
      ? 'This folder is not kept with git, so nothing could be undone. Make a copy of it, and run the command again with  -- --force'
      : `There are changes that you have not committed yet, and they could be lost (${changes.length} ${changes.length === 1 ? 'file' : 'files'}). Commit them first. Or run the command again with  -- --force`,
  );
}

/** Asks for each thing that was not given; where nobody can answer, says which options to use. */
async function askAdopter(asker: Asker, given: Partial<Adopter>): Promise<Adopter> {
  const names = Object.keys(questions) as (keyof Adopter)[];
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length > 0 && !asker.present) {
    throw new CannotRun(`Say these things too: ${missing.map((name) => `--${name} …`).join(' ')}`);
  }
  const adopter = { ...sound, ...given };
  for (const name of missing) {
    adopter[name] = await asker.ask({
      option: `--${name}`,
      question: questions[name],
      read: (typed): Answer<string> => {
        const refusal = wrongWith(process.cwd(), { ...sound, [name]: typed });
        return refusal === undefined ? { value: typed } : { refusal };
      },
    });
  }
  return adopter;
}
