import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areasOf } from '../../views/areas.ts';
import { changeGroups } from '../../views/change-groups.ts';
import { address } from '../../domain/address.ts';
import { statuses } from '../../domain/status.ts';
import { linkRegister } from '../../register/link.ts';
import { loadRecords } from '../../records/load-records.ts';
import { twoPlans } from '../fixtures/folders.ts';
import { root, testDate } from './places.ts';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';
import { internalLinks, isBuilt } from './pages-in.ts';
import { htmlFaults } from './html-faults.ts';

const pages = builtPages();
const byAddress = new Map(pages.map((page) => [page.address, page]));
const register = linkRegister(loadRecords(join(root, twoPlans)).records!, testDate);

test('every record has its page, and there is no page that nobody asked for', () => {
  const { plans, actions, organisations, periods, topics, reports } = register;
  const fixed = [
    '/',
    '/actions/',
    '/leads/',
    '/due/',
    '/topics/',
    '/statuses/',
    '/overdue/',
    '/gaps/',
    '/glossary/',
    '/search/',
    '/plans/',
    '/changes/',
    '/404.html',
  ];
  const expected = [
    ...fixed,
    ...plans.flatMap((plan) => [plan, ...plan.themes, ...plan.outcomes]).map(({ url }) => url),
    ...[...actions, ...organisations, ...periods, ...topics, ...reports].map(({ url }) => url),
    ...changeGroups(register).map(({ url }) => url),
    ...actions.map(({ id }) => address.embeddedAction(id)),
    ...plans.map(({ id }) => address.embeddedPlan(id)),
    ...organisations.map(({ id }) => address.embeddedLead(id)),
    ...statuses.map(({ slug }) => `/statuses/${slug}/`),
    ...areasOf(plans).flatMap(({ url }) => [url, ...topics.map(({ id }) => `${url}${id}/`)]),
  ];
  const built = pages.map((page) => page.address).filter((path) => !path.startsWith('/guide/'));
  expect(built.toSorted()).toEqual([...new Set(expected)].toSorted());
});

test('every link within the site leads to a page or file, and to a place on it', () => {
  const broken = pages.flatMap((page) =>
    internalLinks(page)
      .filter(({ path, fragment }) => {
        if (!isBuilt(path, builtSite)) return true;
        const target = byAddress.get(path);
        return (
          fragment !== '' &&
          target !== undefined &&
          !target.root.querySelector(`[id="${fragment}"]`)
        );
      })
      .map(({ path, fragment }) => `${page.address} → ${path}${fragment && `#${fragment}`}`),
  );
  expect(broken).toEqual([]);
});

test('every action is reached from the home page in three links, without JavaScript', () => {
  const reached = new Set(['/']);
  for (let links = 0; links < 3; links++) {
    for (const address of [...reached]) {
      const page = byAddress.get(address);
      for (const { path } of page ? internalLinks(page) : []) reached.add(path);
    }
  }
  const missed = register.actions.filter(({ url }) => !reached.has(url)).map(({ id }) => id);
  expect(missed).toEqual([]);
});

describe('every page', () => {
  test('is valid HTML', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    for (const { address, html } of pages) {
      faults.push(...(await htmlFaults(html)).map((fault) => `${address} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test.each(['title', 'description'] as const)('has a %s of its own', (what) => {
    const first = new Map<string, string>();
    for (const { address, root: document } of pages) {
      const text =
        what === 'title'
          ? document.querySelector('title')?.text
          : document.querySelector('meta[name="description"]')?.getAttribute('content');
      expect(text?.trim(), address).toBeTruthy();
      expect(first.get(text!), `${address}: ${text!}`).toBeUndefined();
      first.set(text!, address);
    }
  });

  test('has one main heading, and says what language it is in', () => {
    for (const { address, root: document } of pages) {
      expect(document.querySelectorAll('h1').length, address).toBe(1);
      expect(document.querySelector('html')?.getAttribute('lang'), address).toBe('en-GB');
    }
  });
});

test('the data holds every action of both plans', () => {
  const actions = JSON.parse(readFileSync(join(builtSite, 'data/actions.json'), 'utf8')) as {
    id: string;
    plan: string;
    url: string;
  }[];
  expect(actions.map(({ id }) => id)).toEqual(register.actions.map(({ id }) => id));
  expect(actions.filter(({ plan }) => plan === 'doncaster').length).toBe(48);
  expect(actions.filter(({ plan }) => plan === 'national').length).toBe(64);
  for (const { url } of actions) expect(isBuilt(new URL(url).pathname, builtSite), url).toBe(true);
});
