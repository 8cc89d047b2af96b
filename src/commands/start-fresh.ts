/**
 * `npm run start-fresh`: empties the two plans that this project came with, and makes the site the
 * adopter’s. It asks for what the flags do not say.
 * Exit 0: done. 2: could not run, and nothing was changed.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { startFresh, uncommitted } from '../import/start-fresh.ts';
import { CannotRun } from '../import/table.ts';
import { allowClosedPipe } from './closed-pipe.ts';

const questions = {
  name: 'What is the name of your site? (such as Promised to carers in Anytown) ',
  url: 'At which address will it be published? (such as https://carers.example.org/) ',
  publisher: 'Who publishes the plan? (such as Anytown Council) ',
  contact: 'To which email address may people write? ',
} as const;

allowClosedPipe();
try {
  const { force, ...given } = readArguments();
  const changes = uncommitted(process.cwd());
  if (!force && (changes === undefined || changes.length > 0)) {
    throw new CannotRun(
      changes === undefined
        ? 'This folder is not kept with git, so nothing could be undone. Make a copy of it, and run the command again with --force.'
        : `There are changes that you have not committed yet, and they could be lost (${changes.length} files). Commit them first. Or run the command again with --force.`,
    );
  }
  const answers = await ask(given);
  process.stdout.write(`${startFresh(process.cwd(), answers).join('\n')}\n`);
} catch (error) {
  const why =
    error instanceof CannotRun
      ? error.message
      : `Something went wrong that this command does not know: ${(error as Error).message}`;
  process.stderr.write(`Could not start afresh. ${why}\n`);
  process.exitCode = 2;
}

/** Asks for each thing that was not given; where nobody can answer, says which flag to use. */
async function ask(given: Partial<Record<keyof typeof questions, string>>) {
  const missing = (Object.keys(questions) as (keyof typeof questions)[]).filter(
    (name) => given[name] === undefined,
  );
  if (missing.length > 0 && !process.stdin.isTTY) {
    throw new CannotRun(`Say these things too: ${missing.map((name) => `--${name} …`).join(' ')}`);
  }
  const answers = { ...given };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  for (const name of missing) {
    let answer = '';
    while (answer === '') answer = (await terminal.question(questions[name])).trim();
    answers[name] = answer;
  }
  terminal.close();
  return answers as Record<keyof typeof questions, string>;
}

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: {
        name: text,
        url: text,
        publisher: text,
        contact: text,
        force: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new CannotRun(
      'The options are --name, --url, --publisher and --contact, each with its value, and --force.',
    );
  }
}
