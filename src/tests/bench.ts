/**
 * `npm run bench [-- 1000 10000]`: times the check and the build on that many made-up actions, and
 * tells what share of the lists of queries the search answers, beside Pagefind alone on the same site.
 * Exit 0: done. 1: the made-up records have problems, or the site did not build. 2: could not run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { run } from '../commands/run.ts';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { madeUpRecords } from './fixtures/made-up-records.ts';
import { buildFolder } from './site/build-folder.ts';
import { root } from './site/build-site.ts';

const queries = join(root, 'src/tests/fixtures/searches');

await run('The benchmark could not run.', () => {
  const counts = process.argv.slice(2).map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 10)) {
    throw new Error('Give numbers of actions, 10 or more, such as 1000 10000.');
  }
  process.stdout.write(`${cpus().length} cores\n`);
  for (const count of counts.length > 0 ? counts : [1000, 10_000]) timeAll(count);
  tryQueries();
});

/** Of each list of queries, how many find what they should among the first three results. */
function tryQueries(): void {
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const { built, told } = buildFolder(dataFolderName(process.env), place);
    if (!built) throw new Error(told);
    for (const list of readdirSync(queries).sort()) {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['src/commands/searches.ts', join(queries, list), '--plain', place],
        { cwd: root, encoding: 'utf8' },
      );
      const shares = stdout.trim().split('\n').slice(-2).join(' ');
      process.stdout.write(`search, ${list}: ${shares || stderr}\n`);
    }
  } finally {
    rmSync(place, { recursive: true });
  }
}

function timeAll(count: number): void {
  const place = mkdtempSync(join(tmpdir(), 'bench-'));
  const data = join(place, 'data');
  try {
    for (const [path, text] of madeUpRecords(count)) {
      mkdirSync(dirname(join(data, path)), { recursive: true });
      writeFileSync(join(data, path), text);
    }
    timeCheck(data, count);
    timeBuild(data, join(place, 'site'), count);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function timeCheck(data: string, count: number): void {
  const before = process.cpuUsage();
  const start = performance.now();
  const { problems } = checkRecords(dataFilesIn(data), 'data', siteDate(process.env));
  const { user, system } = process.cpuUsage(before);
  const busy = ((user + system) / 1e6).toFixed(1);
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  tell('check', count, `${since(start)} s (${busy} s of processor time), ${memory} MB`);
  if (problems.length > 0) process.exitCode = 1;
}

function timeBuild(data: string, site: string, count: number): void {
  const start = performance.now();
  const { built, told, megabytes } = buildFolder(data, site);
  if (built) {
    tell('build', count, `${since(start)} s, at most ${megabytes} MB (without the search index)`);
  } else {
    process.stderr.write(`${told}\n`);
    process.exitCode = 1;
  }
}

function since(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function tell(what: string, count: number, figures: string): void {
  process.stdout.write(`${what}, ${count} actions: ${figures}\n`);
}
