/**
 * `npm test`: everything that a change must pass. Format, code and types are looked at side by side,
 * as each of them keeps only one core busy, and then the tests run. Words after `--` go to Vitest.
 * Exit 0: all is well. 1: something is not.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { twoPlans } from './fixtures/folders.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['NODE_COMPILE_CACHE'] ??= '.cache/node';

// Both are kept by what is in a file: a clone has no dates to go by.
const kept = (name: string) => [
  '--cache',
  ...['--cache-location', `.cache/${name}`],
  ...['--cache-strategy', 'content'],
];
const looks = [
  ['Format', 'prettier/bin/prettier.cjs', '--check', '.', ...kept('prettier')],
  ['Code', 'eslint/bin/eslint.js', '.', ...kept('eslint')],
  ['Types', 'astro/bin/astro.mjs', 'check'],
] as const;

const results = await Promise.all(looks.map(([what, ...words]) => look(what, words)));
process.exitCode = results.every(Boolean) ? await tests() : 1;

/**
 * Tells what a program says as soon as it ends, so that the words of two do not run together.
 * It looks at the code with the records of the tests, since a mistake in `data/` is none in the code.
 */
async function look(what: string, words: readonly string[]): Promise<boolean> {
  const program = start(words, 'pipe', { SITE_DATA: twoPlans });
  const said: Buffer[] = [];
  program.stdout?.on('data', (part: Buffer) => said.push(part));
  program.stderr?.on('data', (part: Buffer) => said.push(part));
  const [status] = (await once(program, 'close')) as [number | null];
  process.stdout.write(`\n${what}\n${Buffer.concat(said).toString()}`);
  return status === 0;
}

async function tests(): Promise<number> {
  const [status] = (await once(
    start(['vitest/vitest.mjs', 'run', ...process.argv.slice(2)], 'inherit'),
    'close',
  )) as [number | null];
  return status ?? 1;
}

function start([path, ...words]: readonly string[], stdio: 'pipe' | 'inherit', more = {}) {
  const env = { ...process.env, ...more };
  return spawn(process.execPath, [`node_modules/${path!}`, ...words], { stdio, env });
}
