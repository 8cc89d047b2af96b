import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedActions } from '../../exports/actions-json.ts';
import { actionsTable } from '../../exports/actions-table.ts';
import { allCalendar } from '../../exports/calendar.ts';
import { changesFeed, leadFeed, planFeed } from '../../exports/change-feeds.ts';
import { changeSince } from '../../guard/change-since.ts';
import { dataFilesIn } from '../../records/data-files.ts';
import { checkRecords } from '../../records/load-records.ts';
import { linkRegister } from '../../register/link.ts';
import { correctEdits } from '../correct-edits.ts';
import { twoPlans } from '../fixtures/folders.ts';
import { testSite } from '../registers.ts';
import { useBrowser } from './browser.ts';
import { buildFolder, folderForBuilds } from './build-folder.ts';
import { root, testDate } from './places.ts';
import { internalLinks, isBuilt, pagesIn, type BuiltPage } from './pages-in.ts';
import { htmlFaults } from './html-faults.ts';

/*
 * Editors are no developers: an edit that is right must get a green answer. Each is made on top of
 * those before it, and committed, so the guard compares it with what was published before it. The
 * first are the reports of two people, made with the form and merged from a branch each: what an
 * officer does, and what the code host is asked to do.
 * The site is built when all are made, as a build takes long; EVERY_BUILD=1 builds it after each.
 */

const buildsEach = process.env['EVERY_BUILD'] !== undefined;
const project = folderForBuilds('correct-edits');
const folder = join(project, 'data');
const site = join(project, 'site');
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: project,
    encoding: 'utf8',
  });

/** Builds the site anew, or fails with what was told. */
function build(): void {
  rmSync(site, { recursive: true, force: true });
  const { built, told } = buildFolder(folder, site);
  if (!built) throw new Error(told);
}

const { visit } = useBrowser();

beforeAll(() => {
  cpSync(join(root, twoPlans), folder, { recursive: true });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', 'data');
  git('commit', '--quiet', '--message', 'As published');
});
afterAll(() => rmSync(project, { recursive: true }));

const reported = 'don-2-2-1';
/** The files that the form made. */
const fromForm: FormFile[] = [];

/** A file that a link of the form asks the code host to make. */
interface FormFile {
  /** From the data folder. */
  path: string;
  text: string;
}

/** Goes from an action’s page through the form, to the link that opens a new file. */
function fileFromForm(text: string, title: string): Promise<FormFile> {
  return visit(`/actions/${reported}/`, async (page) => {
    await page.getByRole('link', { name: 'Report progress' }).click();
    await page.getByRole('heading', { name: /^DON 2\.2\.1: / }).waitFor();
    await page.getByLabel('Date of the report', { exact: true }).fill('June 2023');
    await page.getByLabel('In progress', { exact: true }).check();
    await page.getByLabel('Progress', { exact: true }).fill(text);
    await page.getByLabel('Title of the document or page', { exact: true }).fill(title);
    const link = page.getByRole('link', { name: 'Open your report on github.com' });
    const { pathname, searchParams } = new URL((await link.getAttribute('href'))!);
    expect(pathname).toBe('/example/promised-to-carers/new/main');
    const path = searchParams.get('filename')!;
    expect(path.startsWith(`${twoPlans}/plans/`)).toBe(true);
    return { path: path.slice(twoPlans.length + 1), text: searchParams.get('value')! };
  });
}

function commitOnBranch(branch: string, { path, text }: FormFile): void {
  git('switch', '--quiet', '--create', branch, 'main');
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  git('add', 'data');
  git('commit', '--quiet', '--message', branch);
}

test('what two people report of one action with the form is merged, and passes the check and the guard', async () => {
  const one = await fileFromForm('Thirty breaks were paid for.', 'Board paper 7');
  const other = await fileFromForm('A second team now helps.', 'Board paper 8');
  fromForm.push(one, other);
  expect(one.path).not.toBe(other.path);
  commitOnBranch('jo', one);
  commitOnBranch('sam', other);
  git('switch', '--quiet', 'main');
  git('merge', '--quiet', '--no-edit', 'jo');
  git('merge', '--quiet', '--no-edit', 'sam');
  expect(git('diff', '--name-status', 'HEAD~2').trim().split('\n').toSorted()).toEqual(
    fromForm.map(({ path }) => `A\tdata/${path}`).toSorted(),
  );
  const checked = checkRecords(dataFilesIn(folder), 'data', testDate);
  expect(checked.problems).toEqual([]);
  const first = git('rev-list', '--max-parents=0', 'HEAD').trim();
  const { problems, markdown } = changeSince(first, folder, 'data', checked);
  expect(problems).toEqual([]);
  expect(markdown).toContain('“Thirty breaks were paid for”; reported in June 2023.');
});

describe.each(correctEdits)('$name', ({ apply }) => {
  test('passes the check and the guard, and goes into every export', () => {
    apply(folder);
    const checked = checkRecords(dataFilesIn(folder), 'data', testDate);
    expect(checked.problems).toEqual([]);
    const { problems, markdown, files } = changeSince('HEAD', folder, 'data', checked);
    expect(problems).toEqual([]);
    expect(files.size).toBeGreaterThan(0);
    expect(markdown.split('\n').filter((line) => line !== '').length).toBeGreaterThan(1);

    const register = linkRegister(checked.records!, testDate);
    expect(publishedActions(register, testSite).length).toBe(register.actions.length);
    expect(actionsTable(register, testSite).length).toBe(register.actions.length);
    expect(allCalendar(register, testSite)).toContain('END:VCALENDAR');
    expect(changesFeed(register, testSite)).toContain('</feed>');
    for (const plan of register.plans) {
      expect(planFeed(plan, register, testSite)).toContain('</feed>');
    }
    for (const lead of register.organisations) {
      expect(leadFeed(lead, register, testSite)).toContain('</feed>');
    }
    git('add', '--all', 'data');
    git('commit', '--quiet', '--message', 'An edit');
  });

  test.runIf(buildsEach)('is built', build);
});

describe('with all of them', () => {
  let pages: readonly BuiltPage[];
  beforeAll(() => {
    build();
    pages = pagesIn(site);
  });

  test('every link leads to a page or file', () => {
    const broken = pages.flatMap((page) =>
      internalLinks(page)
        .filter(({ path }) => !isBuilt(path, site))
        .map(({ path }) => `${page.address} → ${path}`),
    );
    expect(broken).toEqual([]);
  });

  test('the pages of what was edited are valid HTML', async () => {
    const addresses = new Set([
      ...['/', '/changes/', '/overdue/', '/leads/', '/glossary/', '/gaps/', '/topics/'],
      ...['/actions/don-2-1-2/', '/actions/don-1-1-2/', '/actions/don-6-8-1/', '/actions/nat-1-1/'],
      ...['/plans/anytown/', '/actions/any-1-1-1/', '/embed/any-1-1-1/', '/embed/plans/anytown/'],
      ...['/leads/home-health-team/', '/outcomes/don-6-8/', '/topics/time-off/', '/plans/'],
    ]);
    const edited = pages.filter(({ address }) => addresses.has(address));
    expect(edited.length).toBe(addresses.size);
    for (const { address, html } of edited) expect(await htmlFaults(html), address).toEqual([]);
  });

  test('the page of the action, and one of each report, show what came from the form', () => {
    const shown = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8');
    const page = shown(`actions/${reported}`);
    for (const words of [
      'Thirty breaks were paid for.',
      'A second team now helps.',
      'Board paper 7',
    ]) {
      expect(page).toContain(words);
    }
    expect(fromForm.length).toBe(2);
    for (const [index, { path }] of fromForm.entries()) {
      const ofReport = shown(`reports/don-${path.split('/').at(-1)!.replace('.yaml', '')}`);
      expect(ofReport).toContain(`Board paper ${7 + index}`);
      expect(ofReport).toContain(`href="/actions/${reported}/"`);
    }
  });

  test('readers with an old link to what was renamed are sent on', () => {
    expect(isBuilt('/topics/breaks/', site)).toBe(true);
    expect(pages.map(({ address }) => address)).not.toContain('/topics/breaks/');
  });
});
