/**
 * `npm run searches -- FILE`: tells what the search finds for each query of a file.
 * Exit 0: every query that says what it expects finds it. 1: some do not. 2: could not run.
 */
import { readFileSync } from 'node:fs';
import { createIndex } from 'pagefind';
import { siteDate } from '../domain/site-date.ts';
import { loadRecords } from '../records/load-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { linkRegister } from '../register/link.ts';
import { engineOf, finderIn } from '../search/engine-of-files.ts';
import { indexRecords } from '../search/index-records.ts';
import { makeIndex } from '../search/make-index.ts';
import { withPagefind } from '../search/pagefind-itself.ts';
import {
  readSearchCases,
  tryPlainly,
  trySearches,
  type SearchCase,
  type Tried,
} from '../search/try-searches.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run searches -- FILE [options]

  FILE           searches, one a line. After a tab, a line may say what should be among the first
                 three results, such as any-2-1-2 or /topics/reading/, with a space between them,
                 or a dash if nothing should be found
  --plain DIR    also tells how many Pagefind alone finds on the pages of a built site (dist)
  --data FOLDER  a data folder other than “data”
`;

await run('The searches could not be tried.', async () => {
  const read = readOptions(usage, {
    allowPositionals: true,
    options: { plain: { type: 'string' }, ...dataOption },
  });
  if (read === undefined) return;
  const { values, positionals } = read;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error('Name one file of searches. See how with  npm run searches -- --help');
  const cases = readSearchCases(readFileSync(file, 'utf8'));
  const tried = await tryAll(cases, dataFolder(values.data));
  for (const each of tried) process.stdout.write(inWords(each));
  const expecting = tried.filter(({ expects }) => expects);
  const answered = expecting.filter((each) => each.answered);
  process.stdout.write(
    `\n${answered.length} of ${expecting.length} find what they should among the first three.\n`,
  );
  if (values.plain !== undefined) {
    process.stdout.write(
      `Pagefind alone: ${await plainly(values.plain, cases)} of ${expecting.length}.\n`,
    );
  }
  if (answered.length < expecting.length) process.exitCode = 1;
});

async function tryAll(cases: readonly SearchCase[], folder: string): Promise<Tried[]> {
  const { records, problems } = loadRecords(folder, folder);
  if (records === undefined) throw new Error(`\n${reportProblems(problems)}`);
  const register = linkRegister(records, siteDate(process.env));
  const { files } = await makeIndex(indexRecords(register));
  return trySearches(finderIn(await engineOf(files), register), cases);
}

function inWords({ query, expects, answered, expected, first, found }: Tried): string {
  const mark = !expects ? ' ' : answered ? '✓' : '✗';
  const notes = [
    found.insteadOf === undefined ? '' : `as “${found.insteadOf.meant}”`,
    found.unknown.length === 0 ? '' : `no plan mentions “${found.unknown.join('” or “')}”`,
    found.part === undefined ? '' : `offers “${found.part}”`,
  ].filter((note) => note !== '');
  const results =
    first.length === 0
      ? ['     (nothing)']
      : first.map(({ url, title }) => `     ${url}  ${title}`);
  const should =
    answered || !expects ? [] : [`     expected: ${expected.join(' or ') || 'nothing'}`];
  const head = `${mark} ${query}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
  return `${[head, ...results, ...should].join('\n')}\n`;
}

/** How many of the cases Pagefind answers by itself from the pages of a built site. */
async function plainly(folder: string, cases: readonly SearchCase[]): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', rootSelector: 'main' });
  if (index === undefined) throw new Error(errors.join('; '));
  await index.addDirectory({ path: folder });
  const { files } = await index.getFiles();
  const byPath = new Map(files.map(({ path, content }) => [path, content] as const));
  const tried = await withPagefind(byPath, (pagefind) => tryPlainly(pagefind, cases), false);
  return tried.filter(({ expects, answered }) => expects && answered).length;
}
