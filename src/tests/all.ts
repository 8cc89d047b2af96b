/**
 * `npm test`: everything that a change must pass. Format, code and types are looked at side by side, as
 * each of them keeps only one core busy. When one of them is left, the tests begin beside it, and are
 * stopped if it finds something. Words after `--` go to Vitest.
 * Exit 0: all is well. 1: something is not.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { twoPlans } from './fixtures/folders.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['NODE_COMPILE_CACHE'] ??= '.cache/node';

/**
 * The programs of each look, which run one after the other. Oxlint has the same rules for TypeScript as
 * ESLint has for components, and the native compiler the same as Astro’s check, which first makes types of
 * content that both need. What is kept goes by what is in a file: a clone has no dates to go by.
 */
const looks = [
  ['Format', 'oxfmt/bin/oxfmt --check --threads=1'],
  [
    'Code',
    'oxlint/bin/oxlint --threads=1',
    'eslint/bin/eslint.js . --cache --cache-location .cache/eslint --cache-strategy content',
  ],
  [
    'Types',
    'astro/bin/astro.mjs check --tsconfig tsconfig.astro.json',
    'typescript-native/bin/tsc --pretty --singleThreaded --incremental --tsBuildInfoFile .cache/types.json',
  ],
] as const;

/** What a look at all files found. */
interface Found {
  good: boolean;
  said: string;
}

const going = new Set(looks.map(([what, ...programs]) => look(what, programs)));
let good = true;
while (going.size > (good ? 1 : 0)) good = tell(await nextOf(going)) && good;
const [last] = going;
process.exitCode = last !== undefined && (await testsBeside(last)) ? 0 : 1;

/** Looks with the records of the tests, since a mistake in `data/` is none in the code. */
async function look(what: string, programs: readonly string[]): Promise<Found> {
  let good = true;
  const said: Buffer[] = [];
  for (const command of programs) {
    const program = start(command.split(' '), 'pipe', { SITE_DATA: twoPlans });
    program.stdout?.on('data', (part: Buffer) => said.push(part));
    program.stderr?.on('data', (part: Buffer) => said.push(part));
    const [status] = (await once(program, 'close')) as [number | null];
    good &&= status === 0;
  }
  return { good, said: `\n${what}\n${Buffer.concat(said).toString()}` };
}

/** The first that ends of those that are going on, which are then one fewer. */
async function nextOf(all: Set<Promise<Found>>): Promise<Found> {
  const { one, found } = await Promise.race(
    [...all].map(async (each) => ({ one: each, found: await each })),
  );
  all.delete(one);
  return found;
}

function tell({ good, said }: Found): boolean {
  process.stdout.write(said);
  return good;
}

/** Runs the tests while the last look goes on. What it says comes after the words of the tests. */
async function testsBeside(look: Promise<Found>): Promise<boolean> {
  const tests = start(['vitest/vitest.mjs', 'run', ...process.argv.slice(2)], 'inherit');
  const ended = once(tests, 'close') as Promise<[number | null]>;
  void look.then(({ good }) => good || tests.kill());
  const [status] = await ended;
  return tell(await look) && status === 0;
}

function start([path, ...words]: readonly string[], stdio: 'pipe' | 'inherit', more = {}) {
  const env = { ...process.env, ...more };
  return spawn(process.execPath, [`node_modules/${path!}`, ...words], { stdio, env });
}
