import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSince } from '../../guard/change-since.ts';
import { dataFilesIn } from '../../records/data-files.ts';
import { checkRecords } from '../../records/load-records.ts';
import { soundFolder } from '../fixtures/folders.ts';
import { useBrowser } from './browser.ts';
import { buildFolder } from './build-folder.ts';
import { testDate } from './build-site.ts';

/*
 * From the page of an action through the form to the page that shows the report: what an officer does,
 * what the code host is asked to do, and what the check, the guard and the build make of it.
 */

const project = mkdtempSync(join(tmpdir(), 'report-to-page-'));
const data = join(project, 'data');
const before = join(project, 'before');
const after = join(project, 'after');

const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: project,
    encoding: 'utf8',
  });

/** Builds the site of the records as they are now. */
function build(folder: string): void {
  const { built, told } = buildFolder(data, folder);
  if (!built) throw new Error(told);
}

beforeAll(() => {
  cpSync(soundFolder, data, { recursive: true });
  build(before);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', 'data');
  git('commit', '--quiet', '--message', 'As published');
}, 300_000);
afterAll(() => rmSync(project, { recursive: true }));

const { visit } = useBrowser(before);

/** Goes from an action’s page through the form, and gives the file that its link asks the code host to make. */
function fileFromForm(text: string, choices: { status: string; title: string }) {
  return visit('/actions/new-1-1-1/', async (page) => {
    await page.getByRole('link', { name: 'Report progress' }).click();
    await page.getByRole('heading', { name: /^NEW 1\.1\.1: / }).waitFor();
    await page.getByLabel('Date of the report', { exact: true }).fill('June 2023');
    await page.getByLabel(choices.status, { exact: true }).check();
    await page.getByLabel('Progress', { exact: true }).fill(text);
    await page.getByLabel('Title of the document or page', { exact: true }).fill(choices.title);
    const link = page.getByRole('link', { name: 'Open your report on github.com' });
    const { pathname, searchParams } = new URL((await link.getAttribute('href'))!);
    expect(pathname).toBe('/example/promises/new/main');
    const path = searchParams.get('filename')!;
    return {
      path: path.slice(path.indexOf('plans/')),
      text: searchParams.get('value')!,
    };
  });
}

function commitOnBranch(branch: string, { path, text }: { path: string; text: string }): void {
  git('switch', '--quiet', '--create', branch, 'main');
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
  git('add', 'data');
  git('commit', '--quiet', '--message', branch);
}

test(
  'what two people report of one action is merged, passes check and guard, is built and shown',
  { timeout: 300_000 },
  async () => {
    const one = await fileFromForm('Thirty breaks were paid for.', {
      status: 'In progress',
      title: 'Board paper 7',
    });
    const other = await fileFromForm('A second team now helps.', {
      status: 'In progress',
      title: 'Board paper 8',
    });
    expect(one.path).not.toBe(other.path);
    commitOnBranch('jo', one);
    commitOnBranch('sam', other);
    git('switch', '--quiet', 'main');
    git('merge', '--quiet', '--no-edit', 'jo');
    git('merge', '--quiet', '--no-edit', 'sam');
    expect(git('diff', '--name-status', 'HEAD~2').trim().split('\n').toSorted()).toEqual(
      [one, other].map(({ path }) => `A\tdata/${path}`).toSorted(),
    );

    const checked = checkRecords(dataFilesIn(data), 'data', testDate);
    expect(checked.problems).toEqual([]);
    const first = git('rev-list', '--max-parents=0', 'HEAD').trim();
    const { problems, markdown } = changeSince(first, data, 'data', checked);
    expect(problems).toEqual([]);
    expect(markdown).toContain('“Thirty breaks were paid for”; reported June 2023.');

    build(after);
    const shown = (path: string) => readFileSync(join(after, path, 'index.html'), 'utf8');
    const page = shown('actions/new-1-1-1');
    for (const words of [
      'Thirty breaks were paid for.',
      'A second team now helps.',
      'Board paper 7',
    ]) {
      expect(page).toContain(words);
    }
    const slug = one.path.split('/').at(-1)!.replace('.yaml', '');
    const ofReport = shown(`reports/new-${slug}`);
    expect(ofReport).toContain('Board paper 7');
    expect(ofReport).toContain('href="/actions/new-1-1-1/"');
  },
);
