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
import type { Answer } from '../authoring/answer.ts';
import { withAsker, type Asker } from '../authoring/ask.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run start-fresh -- [options]

  --name TEXT       the name of your site
  --url ADDRESS     where it will be published
  --publisher TEXT  who publishes the plan
  --contact EMAIL   where people may write
  --people WORDS    whom the plan is for, such as residents
  --promise WORD    what a promise is called: promise, action, commitment, pledge or recommendation
  --repository URL  where the records will be kept, such as https://github.com/you/plans
  --topics WORD     keep, to keep the topics, which are about looking after somebody; or none
  --force           go on even if something of your own would be lost

At a terminal it asks for what is missing. --people, --promise, --repository and --topics may be
left out.
`;

const questions = {
  name: 'The name of your site, such as Promised in Anytown',
  url: 'The address at which it will be published, such as https://plans.example.org/',
  publisher: 'Who publishes the plan, such as Anytown Council',
  contact: 'The email address to which people may write',
  people:
    'Whom is the plan for, in the plural, such as residents? Leave it empty if for nobody in particular',
  promise:
    'What do you call what the plan says it will do: promise, action, commitment, pledge or recommendation?',
  repository:
    'The address at which the records will be kept, such as https://github.com/you/plans. Leave it empty if you do not know yet',
  topics:
    'Keep the topics? They are about looking after somebody: breaks, money, hospital. Answer keep or none',
} as const satisfies Record<keyof Adopter, string>;

/** Stand-ins for answers that are still to come, while one answer is checked. */
const sound: Adopter = {
  name: 'A site',
  url: 'https://example.org/',
  publisher: 'A council',
  contact: 'someone@example.org',
  people: '',
  promise: 'promise',
  repository: '',
  topics: 'none',
};

/** What nobody has to say. */
const optional = ['people', 'promise', 'repository', 'topics'] as const;

await run('Could not start afresh.', () =>
  withAsker(async (asker) => {
    const text = { type: 'string' } as const;
    const read = readOptions(usage, {
      options: {
        name: text,
        url: text,
        publisher: text,
        contact: text,
        people: text,
        promise: text,
        repository: text,
        topics: text,
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
    throw new Error(
      `Your own plans are in data/ already, and this command would take them out: ${own.join(', ')}. If you want that, run the command again with  -- --force`,
    );
  }
  const changes = uncommitted(root);
  if (changes?.length === 0) return;
  throw new Error(
    changes === undefined
      ? 'This folder is not kept with git, so nothing could be undone. Make a copy of it, and run the command again with  -- --force'
      : `There are changes that you have not committed yet, and they could be lost (${changes.length} ${changes.length === 1 ? 'file' : 'files'}). Commit them first. Or run the command again with  -- --force`,
  );
}

/** Asks for each thing that was not given; where nobody can answer, says which options to use. */
async function askAdopter(asker: Asker, given: Partial<Adopter>): Promise<Adopter> {
  const names = Object.keys(questions) as (keyof Adopter)[];
  const missing = names.filter((name) => given[name] === undefined);
  const needed = missing.filter((name) => !(optional as readonly string[]).includes(name));
  if (needed.length > 0 && !asker.present) {
    throw new Error(`Give these too: ${needed.map((name) => `--${name} …`).join(' ')}`);
  }
  const adopter: Adopter = { ...sound, ...given };
  if (!asker.present) return adopter;
  for (const name of missing) {
    const question = {
      option: `--${name}`,
      question: questions[name],
      read: (typed: string): Answer<string> => {
        const refusal = wrongWith({ ...sound, [name]: typed });
        return refusal === undefined ? { value: typed } : { refusal };
      },
    };
    const answer = needed.includes(name)
      ? await asker.ask(question)
      : await asker.askIfAny(question);
    if (answer !== undefined) adopter[name] = answer;
  }
  return adopter;
}
