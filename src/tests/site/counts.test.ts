import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';
import { type BuiltPage } from './pages-in.ts';

/*
 * Every number of promises that a page says, held against the promises that the page lists and the
 * page that its link opens. What was withdrawn or merged is listed and not counted.
 */

const pages = builtPages();
const byAddress = new Map(pages.map((page) => [page.address, page]));
const published = JSON.parse(readFileSync(join(builtSite, 'data/actions.json'), 'utf8')) as {
  id: string;
  plan: string;
  status: string;
}[];
const statusOf = new Map(published.map(({ id, status }) => [id, status]));
const counts = (id: string) => !['withdrawn', 'merged'].includes(statusOf.get(id)!);

/** The promises that parts of a page lead to, each once. */
function listed(parts: readonly HTMLElement[]): Set<string> {
  const links = parts.flatMap((part) => [part, ...part.querySelectorAll('a')]);
  const ids = links.map((link) => /^\/actions\/([^/]+)\/$/.exec(link.getAttribute('href') ?? ''));
  return new Set(ids.flatMap((found) => found?.[1] ?? []).filter((id) => statusOf.has(id)));
}

/** How many of them count; of nothing but promises that ended, how many there are. */
function number(ids: ReadonlySet<string>): number {
  return [...ids].filter(counts).length || ids.size;
}

const level = ({ tagName }: HTMLElement) => Number(/^H([1-6])$/.exec(tagName)?.[1] ?? 9);

/** What is under a heading, down to the next one of its level. */
function under(heading: HTMLElement): HTMLElement[] {
  const beside = heading.parentNode?.children ?? [];
  const after = beside.slice(beside.indexOf(heading) + 1);
  const end = after.findIndex((element) => level(element) <= level(heading));
  return end < 0 ? after : after.slice(0, end);
}

const text = (element: HTMLElement) => element.textContent.replaceAll(/\s+/g, ' ').trim();
const main = ({ root }: BuiltPage) => root.querySelector('main') ?? root;

/** How many of how many promises are complete, by the sentence over a chart. */
function saidComplete(chart: HTMLElement): [complete: number, all: number] {
  const said = text(chart);
  const [, complete, all] = /calls? (\d+) of (\d+) promises? complete/.exec(said) ?? [];
  if (complete !== undefined) return [Number(complete), Number(all)];
  const [, none] = /not call any of these (\d+) promises complete/.exec(said) ?? [];
  if (none !== undefined) return [0, Number(none)];
  const [, not] = /(not )?calls? this promise complete/.exec(said) ?? [];
  return [not === undefined ? 1 : 0, /this promise complete/.test(said) ? 1 : 0];
}

/** Goes through all pages and gives what is wrong, with the page that it is on. */
function faultsOf(find: (page: BuiltPage) => string[]): string[] {
  return pages.flatMap((page) => find(page).map((fault) => `${page.address} ${fault}`));
}

test('a heading with a number has so many promises under it', () => {
  let seen = 0;
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('h2, h3, h4').flatMap((heading) => {
      const said = /\((\d+)\)$/.exec(text(heading))?.[1];
      if (said === undefined) return [];
      seen += 1;
      const here = number(listed(under(heading)));
      return here === Number(said) ? [] : [`“${text(heading)}”: ${here}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(50);
});

test('a sentence that tells promises by status adds up', () => {
  let seen = 0;
  const faults = faultsOf((page) =>
    main(page)
      .querySelectorAll('p')
      .flatMap((paragraph) => {
        const said = /(\d+) promises?: ([^.]*)\./.exec(text(paragraph));
        if (said === null) return [];
        seen += 1;
        const sum = [...said[2]!.matchAll(/\d+/g)].reduce((all, [one]) => all + Number(one), 0);
        return sum === Number(said[1]) ? [] : [`“${text(paragraph)}”: ${sum}`];
      }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(50);
});

test('a page that is a list lists as many promises as its sentence says', () => {
  const lists = /^\/(?:(?:topics|themes|statuses|due|in\/[^/]+)\/[^/]+|actions|topics|due)\/$/;
  let seen = 0;
  const faults = faultsOf((page) => {
    const said = main(page)
      .querySelectorAll('p')
      .map((paragraph) => /^(\d+) promises?\b/.exec(text(paragraph))?.[1])
      .find((found) => found !== undefined);
    if (said === undefined || !lists.test(page.address)) return [];
    seen += 1;
    // What was due at a time once is told apart from what is due then.
    const once = main(page).querySelector('#once')?.parentNode;
    once?.remove();
    const here = number(listed(main(page).querySelectorAll('.summary, tbody tr, .marks li')));
    return here === Number(said) ? [] : [`says ${said}: ${here}`];
  });
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(40);
});

test('a row with a number has so many marks', () => {
  let seen = 0;
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('.rows > li, .times > li').flatMap((row) => {
      const told = row.querySelector('.row-title > span, .when > span');
      const said = told && /^(?:\((\d+)\)|(\d+) promises?)$/.exec(text(told));
      if (said === null || row.querySelector('.marks') === null) return [];
      seen += 1;
      const here = number(listed(row.querySelectorAll('.marks a')));
      return here === Number(said[1] ?? said[2])
        ? []
        : [`“${text(row.querySelector('a') ?? row)}” ${said[0]}: ${here}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(100);
});

test('a legend adds up to the promises of its chart, and what is not counted is told apart', () => {
  let seen = 0;
  const everything = number(new Set(statusOf.keys()));
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('.legend').flatMap((legend) => {
      seen += 1;
      const entries = legend
        .querySelectorAll('li:not(.also)')
        .map((entry) => /\((\d+)\)(, not counted)?$/.exec(text(entry))!);
      const sum = entries
        .filter(([, , apart]) => apart === undefined)
        .reduce((all, [, one]) => all + Number(one), 0);
      const chart = legend.closest('.timeline');
      const expected = chart === null ? everything : saidComplete(chart)[1];
      return sum === expected ? [] : [`legend ${sum}, chart ${expected}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(10);
});

test('a bar and the sentence over it say what the chart shows', () => {
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('.timeline').flatMap((chart) => {
      const [complete, all] = saidComplete(chart);
      const ids = listed(chart.querySelectorAll('.marks a'));
      const done = [...ids].filter((id) => statusOf.get(id) === 'complete').length;
      const widths = chart
        .querySelectorAll('.bar rect')
        .map((part) => Number(part.getAttribute('width')));
      const bar = widths.reduce((sum, width) => sum + width, 0);
      return number(ids) === all && bar === all && done === complete
        ? []
        : [`says ${complete} of ${all}, shows ${done} of ${number(ids)}, bar ${bar}`];
    }),
  );
  expect(faults).toEqual([]);
});

/** How many promises a page, or a place on it, says that it has. */
function saidAt(path: string, fragment: string): number | undefined {
  const page = byAddress.get(path);
  if (page === undefined) return undefined;
  if (fragment !== '') {
    const place = page.root.querySelector(`[id="${fragment}"]`);
    const said = place && /\((\d+)\)$/.exec(text(place))?.[1];
    return said ? Number(said) : undefined;
  }
  const said = main(page)
    .querySelectorAll('p')
    .map(
      (paragraph) =>
        /(?:^| of | of these |leads |partner in )(\d+) promises?\b/.exec(text(paragraph))?.[1],
    )
    .find((found) => found !== undefined);
  return said === undefined ? undefined : Number(said);
}

test('a link with a number beside or in it opens a page that says the same number', () => {
  let seen = 0;
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('main a[href]').flatMap((link) => {
      const beside = link.nextElementSibling;
      const said =
        /^(\d+) promises?\b|\((\d+)\)$/.exec(text(link)) ??
        (beside === null ? null : /^\((\d+)\)|^(\d+) promises?$/.exec(text(beside)));
      if (said === null) return [];
      seen += 1;
      const { pathname, hash } = new URL(
        link.getAttribute('href')!,
        `https://site.invalid${page.address}`,
      );
      const there = saidAt(pathname, decodeURIComponent(hash.slice(1)));
      return there === Number(said[1] ?? said[2])
        ? []
        : [`“${text(link)}” ${said[0]} → ${pathname}${hash} says ${there ?? 'no number'}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(150);
});

test('“other promises” are all but the one that the link is on', () => {
  const faults = faultsOf((page) => {
    const own = /^\/actions\/([^/]+)\/$/.exec(page.address)?.[1];
    if (own === undefined || !counts(own)) return [];
    return page.root.querySelectorAll('main a[href]').flatMap((link) => {
      const said = /^(\d+) other promises?/.exec(text(link))?.[1];
      if (said === undefined) return [];
      const there = saidAt(link.getAttribute('href')!, '');
      return there === Number(said) + 1 ? [] : [`“${text(link)}”: ${there ?? 'no number'}`];
    });
  });
  expect(faults).toEqual([]);
});

test('“so many of so many” in a heading are those under it, of all that its plan promises', () => {
  const ofPlans = new Map<string, number>();
  for (const { id, plan } of published) {
    if (counts(id)) ofPlans.set(plan, (ofPlans.get(plan) ?? 0) + 1);
  }
  let seen = 0;
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('h3').flatMap((heading) => {
      const said = /: (\d+) of (\d+) promises?$/.exec(text(heading));
      if (said === null) return [];
      seen += 1;
      const ids = listed(under(heading));
      const [plan] = published.filter(({ id }) => ids.has(id)).map((action) => action.plan);
      return number(ids) === Number(said[1]) && ofPlans.get(plan!) === Number(said[2])
        ? []
        : [`“${text(heading)}”: ${number(ids)} of ${ofPlans.get(plan!) ?? 0}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(2);
});

test('a disclosure that says how many promises are in it has them', () => {
  let seen = 0;
  const faults = faultsOf((page) =>
    page.root.querySelectorAll('details').flatMap((details) => {
      const said = /(\d+) promises?$/.exec(text(details.querySelector('summary')!))?.[1];
      if (said === undefined) return [];
      seen += 1;
      const here = listed([details]).size;
      return here === Number(said) ? [] : [`“${said}”: ${here}`];
    }),
  );
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(0);
});

test('a frame for another site tells as many promises as its statuses have', () => {
  let seen = 0;
  const faults = faultsOf(({ root }) => {
    const tally = root.querySelectorAll('.tally li');
    if (tally.length === 0) return [];
    seen += 1;
    const said = Number(/(\d+) promises? to carers/.exec(root.textContent)?.[1]);
    const sum = tally.reduce((all, entry) => all + Number(/\d+$/.exec(text(entry))![0]), 0);
    return sum === said ? [] : [`says ${said}: ${sum}`];
  });
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(10);
});
