import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { buildFolder } from './build-folder.ts';
import { root, testDate } from './build-site.ts';
import { builtPages, internalLinks, isBuilt, type BuiltPage } from './built-pages.ts';
import { htmlFaults } from './html-faults.ts';

/*
 * Editors are no developers: an edit that is right must get a green answer. Each is made on top of
 * those before it, and committed, so the guard compares it with what was published before it.
 * The site is built when all are made, as a build takes long; EVERY_BUILD=1 builds it after each.
 */

const buildsEach = process.env['EVERY_BUILD'] !== undefined;
const project = mkdtempSync(join(tmpdir(), 'correct-edits-'));
const folder = join(project, 'data');
const site = join(project, 'site');
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: project,
  });

/** Builds the site anew, or fails with what was told. */
function build(): void {
  rmSync(site, { recursive: true, force: true });
  const { built, told } = buildFolder(folder, site);
  if (!built) throw new Error(told);
}

beforeAll(() => {
  cpSync(join(root, twoPlans), folder, { recursive: true });
  git('init', '--quiet');
  git('add', 'data');
  git('commit', '--quiet', '--message', 'As published');
});
afterAll(() => rmSync(project, { recursive: true }));

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
    pages = builtPages(site);
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

  test('readers with an old link to what was renamed are sent on', () => {
    expect(isBuilt('/topics/breaks/', site)).toBe(true);
    expect(pages.map(({ address }) => address)).not.toContain('/topics/breaks/');
  });
});
