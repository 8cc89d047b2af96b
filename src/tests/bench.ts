/**
 * `npm run bench [-- 1000 10000]`: times the check on that many made-up actions.
 * Exit 0: done. 1: the made-up records have problems. 2: could not run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../register/data-files.ts';
import { checkRecords } from '../register/load-records.ts';
import { madeUpRecords } from './made-up-records.ts';
import { run } from './run.ts';

await run('The benchmark could not run.', () => {
  const counts = process.argv.slice(2).map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 10)) {
    throw new Error('Give numbers of actions, 10 or more, such as 1000 10000.');
  }
  for (const count of counts.length > 0 ? counts : [1000, 10_000]) timeCheck(count);
  return Promise.resolve();
});

function timeCheck(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const [path, text] of madeUpRecords(count)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const before = process.cpuUsage();
    const start = performance.now();
    const { problems } = checkRecords(dataFilesIn(folder), 'data', siteDate(process.env));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { user, system } = process.cpuUsage(before);
    const busy = ((user + system) / 1e6).toFixed(1);
    const memory = Math.round(process.memoryUsage.rss() / 1e6);
    process.stdout.write(
      `check, ${count} actions: ${seconds} s (${busy} s of processor time), ${memory} MB, ${cpus().length} cores\n`,
    );
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
