/**
 * `npm run bench [-- 112 1000 10000]`: times the check and the build, and what a phone waits for.
 * Exit 0: done. 1: the made-up records have problems, or the site did not build. 2: could not run.
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { readOptions } from '../../commands/read-options.ts';
import { run } from '../../commands/run.ts';
import { siteDate } from '../../domain/site-date.ts';
import { dataFolderName } from '../../records/data-folder.ts';
import { dataFilesIn } from '../../records/data-files.ts';
import { checkRecords } from '../../records/load-records.ts';
import { linkRegister } from '../../register/link.ts';
import type { SoundRecords } from '../../records/records.ts';
import { madeUpRecords } from '../fixtures/made-up-records.ts';
import { buildFolder, buildProgram } from '../site/build-folder.ts';
import { root, testDate } from '../site/places.ts';
import { eleventyWords, hasEleventy, writeEleventySite } from './eleventy.ts';
import { writeHugoSite } from './hugo.ts';
import { loadOnNginx } from './load.ts';
import { measured, together, type Figures } from './measured.ts';
import { peerFacts } from './peer-facts.ts';
import { phoneWaits } from './phone.ts';

const queries = join(root, 'src/tests/fixtures/searches');
const pagefind = join(root, 'node_modules/pagefind/lib/runner/bin.cjs');

const head = `
| actions | what | seconds | of processor | MB | files | pages | site, MB |
|---|---|---|---|---|---|---|---|
`;

/** Said below the figures, so that nobody takes a ratio for more than it is. */
const notEqual = `
What is not equal: ours also checks every record, links reports to what they change, and writes for
each action data, a calendar, a feed and a frame, and tables of each plan and lead. Its pages have
more parts: side navigation, breadcrumbs, previews for chats, explained abbreviations and charts.
Hugo and Eleventy get actions that are read and linked already, as JSON, and make a page of each and
lists of 300 for each plan, theme, outcome, lead, topic, date and status. Their search index is that
of Pagefind's program on the finished pages. Hugo and Pagefind use all cores, Eleventy one. Ours has
the styles that an earlier build made, and what Node keeps of the program.
`;

const usage = `npm run bench -- [NUMBER …] [options]
  times the check and the build of so many made-up actions (112, 1000 and 10000), beside Hugo and
  Eleventy with Pagefind on the same actions, where they are to be had; says how long a phone waits
  for a search and for a filter, what share of the lists of queries the search answers, and how many
  requests a second nginx answers

  --alone            leaves out Hugo and Eleventy
  --without-phone    leaves out the phone
  --without-queries  leaves out the queries
  --without-load     leaves out nginx

Nothing else should go on meanwhile.
`;

await run('The benchmark could not run.', async () => {
  const read = readOptions(usage, {
    allowPositionals: true,
    options: {
      alone: { type: 'boolean', default: false },
      'without-phone': { type: 'boolean', default: false },
      'without-queries': { type: 'boolean', default: false },
      'without-load': { type: 'boolean', default: false },
    },
  });
  if (read === undefined) return;
  const { positionals, values } = read;
  const counts = positionals.map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 10)) {
    throw new Error('Give numbers of actions, 10 or more, such as 1000 10000.');
  }
  print(`${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB\n`);
  print(head);
  // What is made stays until the end: Linux takes longer to make files for some minutes after it removed many.
  const places = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const count of counts.length > 0 ? counts : [112, 1000, 10_000]) {
      const options = { peers: !values.alone, phone: !values['without-phone'] };
      await timeAll(count, join(places, String(count)), options);
    }
    if (!values.alone) print(notEqual);
    const [queries, load] = [!values['without-queries'], !values['without-load']];
    if (queries || load) await tryOwnSite(join(places, 'own'), { queries, load });
  } finally {
    rmSync(places, { recursive: true });
  }
});

/** What is tried with the site of the records that are here. */
async function tryOwnSite(
  place: string,
  { queries, load }: { queries: boolean; load: boolean },
): Promise<void> {
  const { built, told } = buildFolder(dataFolderName(process.env), place);
  if (!built) throw new Error(told);
  if (queries) tryQueries(place);
  if (load) print(await loadOnNginx(place));
}

/** Of each list of queries, how many find what they should among the first three results. */
function tryQueries(place: string): void {
  for (const list of readdirSync(queries).sort()) {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['src/commands/searches.ts', join(queries, list), '--plain', place],
      { cwd: root, encoding: 'utf8' },
    );
    const shares = stdout.trim().split('\n').slice(-2).join(' ');
    print(`search, ${list}: ${shares || stderr}\n`);
  }
}

async function timeAll(
  count: number,
  place: string,
  { peers, phone }: { peers: boolean; phone: boolean },
): Promise<void> {
  const data = join(place, 'data');
  const site = join(place, 'site');
  for (const [path, text] of madeUpRecords(count)) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  const records = timeCheck(data, count);
  if (records === undefined) return;
  const ours = await timeBuild(data, site, count);
  if (ours === undefined) return;
  if (peers) await timePeers(records, place, count, ours);
  if (phone) print(`| ${count} | ${await phoneWaits(site)} |\n`);
}

function timeCheck(data: string, count: number): SoundRecords | undefined {
  const before = process.cpuUsage();
  const start = performance.now();
  const { problems, records } = checkRecords(dataFilesIn(data), 'data', siteDate(process.env));
  const { user, system } = process.cpuUsage(before);
  const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
  tell(count, 'check', {
    seconds: (performance.now() - start) / 1000,
    processorSeconds: (user + system) / 1e6,
    megabytes,
  });
  if (problems.length > 0) process.exitCode = 1;
  return records;
}

async function timeBuild(data: string, site: string, count: number): Promise<Figures | undefined> {
  const { program, env } = buildProgram(data, site, join(site, '../cache'));
  const { figures, code, told } = await measured(program, { cwd: root, env });
  if (code !== 0) {
    process.stderr.write(`${told}\n`);
    process.exitCode = 1;
    return undefined;
  }
  tell(count, 'build', figures, site);
  const [largest, size] = largestPage(site);
  print(`| ${count} | largest page: ${largest}, ${size} KB compressed |\n`);
  return figures;
}

/** Of those that are there: the same actions, made into pages and indexed by Pagefind. */
async function timePeers(records: SoundRecords, place: string, count: number, ours: Figures) {
  const facts = peerFacts(linkRegister(records, testDate));
  if (spawnSync('hugo', ['version']).status === 0) {
    const folder = join(place, 'hugo');
    writeHugoSite(facts, folder);
    await timePeer('Hugo', ['hugo', '--quiet', '-d', 'out'], folder, count, ours);
  } else {
    print(`| ${count} | Hugo is not installed |\n`);
  }
  if (hasEleventy()) {
    const folder = join(place, 'eleventy');
    writeEleventySite(facts, folder);
    await timePeer('Eleventy', eleventyWords, folder, count, ours);
  } else {
    print(`| ${count} | Eleventy could not be fetched |\n`);
  }
}

async function timePeer(
  name: string,
  program: readonly [string, ...string[]],
  cwd: string,
  count: number,
  ours: Figures,
): Promise<void> {
  const pages = await measured(program, { cwd });
  if (pages.code !== 0) return print(`| ${count} | ${name} failed: ${pages.told} |\n`);
  tell(count, name, pages.figures, join(cwd, 'out'));
  const index = await measured([process.execPath, pagefind, '--site', 'out'], { cwd });
  if (index.code !== 0) return print(`| ${count} | Pagefind failed: ${index.told} |\n`);
  const both = together(pages.figures, index.figures);
  tell(count, `${name} and Pagefind`, both, join(cwd, 'out'));
  const ratio = (part: (figures: Figures) => number) => (part(ours) / part(both)).toFixed(2);
  const [wall, processor] = [
    ratio(({ seconds }) => seconds),
    ratio(({ processorSeconds }) => processorSeconds),
  ];
  print(`| ${count} | ours to ${name} and Pagefind | ${wall} times | ${processor} times |\n`);
}

/** The page that is the most on the line, and how many KB it has. */
function largestPage(site: string): [address: string, kilobytes: number] {
  const largest = filesIn(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, size: statSync(file).size }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 20)
    .map(({ file }) => ({ file, size: gzipSync(readFileSync(file)).length }))
    .sort((a, b) => b.size - a.size)[0]!;
  return [largest.file.slice(site.length), Math.round(largest.size / 1000)];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function tell(count: number, what: string, figures: Figures, site?: string): void {
  const { seconds, processorSeconds, megabytes } = figures;
  const cells = [seconds.toFixed(1), processorSeconds.toFixed(1), megabytes];
  const files = site === undefined ? [] : filesIn(site);
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const parts = site === undefined ? ['', '', ''] : [files.length, pages, Math.round(size / 1e6)];
  print(`| ${[count, what, ...cells, ...parts].join(' | ')} |\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
