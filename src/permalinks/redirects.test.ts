import { expect, test } from 'vitest';
import { readLedger } from './ledger.ts';
import { keepAddresses } from './redirects.ts';

const built = new Set([
  '/',
  '/actions/new-1/',
  '/actions/new-1.json',
  '/actions/new-1.ics',
  '/embed/new-1/',
  '/topics/',
  '/topics/time-off/',
  '/leads/council/',
  '/leads/council.ics',
  '/leads/council.atom',
  '/embed/leads/council/',
]);

/** What is told of a ledger, and the redirects that it gives. */
function keep(...lines: string[]) {
  const { ledger, problems } = readLedger(lines.join('\n'), 'data/permalinks.txt');
  expect(problems).toEqual([]);
  const kept = keepAddresses(ledger, built, 'data/permalinks.txt');
  return {
    redirects: kept.redirects.map(({ from, to }) => `${from} -> ${to}`),
    problems: kept.problems.map(({ line, message, advice }) => `${line}: ${message} ${advice}`),
  };
}

test('an address that is built needs nothing', () => {
  expect(keep('# a comment', '/', '/actions/new-1/')).toEqual({ redirects: [], problems: [] });
});

test('an address with nothing at it fails, with both ways to fix it', () => {
  expect(keep('/', '/topics/breaks/').problems).toEqual([
    '2: Nothing is published at /topics/breaks/ any more. Links that people have would break. Put back what made it. An action that ended keeps its record, with the status withdrawn or merged.\nOr write here where it went:  /topics/breaks/ -> /topics/',
  ]);
});

test('of a thing that is lost only its page is told, because its files go with it', () => {
  const { problems } = keep('/actions/old-1.ics', '/actions/old-1/', '/embed/old-1/');
  expect(problems).toEqual([expect.stringContaining('2: Nothing is published at /actions/old-1/')]);
  expect(keep('/actions/old-1.ics').problems).toEqual([
    expect.stringContaining('Or write here where it went:  /actions/old-1.ics -> /all.ics'),
  ]);
});

test('an address that is offered as an example is published', () => {
  const offered = keep(
    '/actions/gone-1/',
    '/embed/leads/gone/',
    '/embed/gone/',
    '/themes/old-1/',
    '/topics/breaks/ -> /themes/new-1/',
  ).problems.map((told) => told.split(' -> ').at(-1)!);
  expect(offered).toHaveLength(5);
  for (const each of offered) expect(built).toContain(each);
  expect(offered.slice(1, 3)).toEqual(['/embed/leads/council/', '/embed/new-1/']);
});

test('an address that moved goes on to its new place', () => {
  expect(keep('/topics/breaks/ -> /topics/time-off/')).toEqual({
    redirects: ['/topics/breaks/ -> /topics/time-off/'],
    problems: [],
  });
});

test('with a page go its data, calendar, feed and embedded page', () => {
  expect(
    keep(
      '/actions/old-1.ics',
      '/actions/old-1.json',
      '/actions/old-1/ -> /actions/new-1/',
      '/embed/leads/team/',
      '/embed/old-1/',
      '/leads/team.atom',
      '/leads/team.ics',
      '/leads/team/ -> /leads/council/',
    ),
  ).toEqual({
    redirects: [
      '/actions/old-1.ics -> /actions/new-1.ics',
      '/actions/old-1.json -> /actions/new-1.json',
      '/actions/old-1/ -> /actions/new-1/',
      '/embed/leads/team/ -> /embed/leads/council/',
      '/embed/old-1/ -> /embed/new-1/',
      '/leads/team.atom -> /leads/council.atom',
      '/leads/team.ics -> /leads/council.ics',
      '/leads/team/ -> /leads/council/',
    ],
    problems: [],
  });
});

test('a file whose page moved to another kind of page must say where it goes itself', () => {
  expect(keep('/leads/team.ics', '/leads/team/ -> /topics/').problems).toEqual([
    '1: /topics.ics, to which this would go with its page, is not published. Write here where it went:  /leads/team.ics -> /all.ics',
  ]);
});

test.each([
  [
    'a chain',
    ['/a/ -> /b/', '/b/ -> /topics/'],
    '1: /b/ moved too, and a link must lead straight to where a page is now. Write  /a/ -> /topics/',
  ],
  [
    'a longer chain',
    ['/a/ -> /b/', '/b/ -> /c/', '/c/ -> /topics/'],
    '1: /b/ moved too, and a link must lead straight to where a page is now. Write  /a/ -> /topics/',
  ],
  [
    'a loop',
    ['/a/ -> /b/', '/b/ -> /a/'],
    '1: This leads round in a circle: /a/ -> /b/ -> /a/ Write where a page is published now.',
  ],
  [
    'a loop with one stop',
    ['/a/ -> /a/'],
    '1: This leads round in a circle: /a/ -> /a/ Write where a page is published now.',
  ],
  [
    'a chain into a loop',
    ['/a/ -> /b/', '/b/ -> /c/', '/c/ -> /b/'],
    '1: This leads round in a circle: /a/ -> /b/ -> /c/ -> /b/ Write where a page is published now.',
  ],
  [
    'a way to nowhere',
    ['/topics/breaks/ -> /topics/holidays/'],
    '1: /topics/breaks/ leads to /topics/holidays/, where nothing is published. Write an address that is published, such as  /topics/breaks/ -> /topics/',
  ],
  [
    'a page for a file',
    ['/old.ics -> /topics/'],
    '1: /old.ics cannot go on as /topics/, because that is another type of file. Write an address that ends in .ics',
  ],
  [
    'a move from where something is published',
    ['/topics/ -> /topics/time-off/'],
    '1: This line says that /topics/ moved, but something is published there. If it is what was always there, write only  /topics/\nIf it is something new, give that another name: an address is never reused.',
  ],
])('%s fails', (_name, lines, told) => {
  expect(keep(...lines).problems).toContain(told);
});

test('a long chain of moves is followed to its end, and to a page that is published', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => `/topics/t${at}/ -> /topics/t${at + 1}/`);
  const toPage = keep(...chain, '/topics/t20000/ -> /topics/time-off/');
  expect(toPage.problems).toHaveLength(20_000);
  expect(toPage.problems[0]).toContain('Write  /topics/t0/ -> /topics/time-off/');
  const toNothing = keep(...chain.slice(0, 3));
  expect(toNothing.problems[0]).toBe(
    '1: /topics/t0/ leads to /topics/t3/, where nothing is published. Write an address that is published, such as  /topics/t0/ -> /topics/',
  );
});

test('of a long circle only the first stops are told', () => {
  const circle = Array.from(
    { length: 1000 },
    (_, at) => `/topics/t${at}/ -> /topics/t${(at + 1) % 1000}/`,
  );
  const { problems } = keep(...circle);
  expect(problems).toHaveLength(1000);
  expect(problems[0]).toContain('circle: /topics/t0/ -> /topics/t1/');
  expect(problems[0]!.length).toBeLessThan(250);
});

test('an address that no folder can be named after is refused', () => {
  const { problems } = readLedger(`/topics/${'a'.repeat(5000)}/ -> /topics/`, 'permalinks.txt');
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('is too long for an address of this site'),
  ]);
});
