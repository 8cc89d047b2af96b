import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Register } from '../register/register.ts';
import { realRegister, soundRegister, testSite } from '../tests/registers.ts';
import {
  actionFeed,
  changesFeed,
  leadFeed,
  mostEntries,
  outcomeFeed,
  planFeed,
  topicFeed,
} from './change-feeds.ts';
import { changesIn } from '../views/changes.ts';

interface ReadLink {
  rel: string;
  href: string;
}
interface ReadEntry {
  id: string;
  title: string;
  updated: string;
  link: ReadLink[];
  content: { '#text': string; type: string };
}
interface ReadFeed {
  id: string;
  title: string;
  subtitle: string;
  updated: string;
  author: { name: string; uri: string };
  link: ReadLink[];
  entry: ReadEntry[];
}

/** Read, and held to be well-formed, by a parser that shares nothing with the writer. */
function read(xml: string): ReadFeed {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    isArray: (name) => name === 'entry' || name === 'link',
  });
  const { feed } = parser.parse(xml, true);
  return { ...feed, entry: feed.entry ?? [] };
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** What RFC 4287 asks of every feed, and what readers’ programs rely on. */
function expectValid(feed: ReadFeed): void {
  expect(URL.canParse(feed.id)).toBe(true);
  expect(feed.title).not.toBe('');
  expect(feed.updated).toMatch(instant);
  expect(feed.author.name).not.toBe('');
  expect(feed.link.find(({ rel }) => rel === 'self')?.href).toBe(feed.id);
  expect(feed.link.filter(({ rel }) => rel === 'alternate')).toHaveLength(1);
  expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(feed.entry.length);
  for (const entry of feed.entry) {
    expect(URL.canParse(entry.id)).toBe(true);
    expect(entry.title).not.toBe('');
    expect(entry.updated).toMatch(instant);
    expect(entry.updated <= feed.updated).toBe(true);
    expect(entry.link.filter(({ rel }) => rel === 'alternate')).toHaveLength(1);
    expect(entry.content.type).toBe('html');
  }
  const dates = feed.entry.map(({ updated }) => updated);
  expect(dates).toEqual(dates.toSorted().toReversed());
}

test('the feed of all changes, byte for byte', async () => {
  const feed = changesFeed(soundRegister(), testSite);
  await expect(feed).toMatchFileSnapshot('../tests/fixtures/sound-changes.atom');
  expect(changesFeed(soundRegister(), testSite)).toBe(feed);
});

test('every feed of the real records is valid', { timeout: 60_000 }, () => {
  const register = realRegister();
  const all = read(changesFeed(register, testSite));
  expectValid(all);
  expect(all.entry).toHaveLength(Math.min(mostEntries, changesIn(register.actions).length));
  for (const plan of register.plans) expectValid(read(planFeed(plan, register, testSite)));
  for (const organisation of register.organisations) {
    expectValid(read(leadFeed(organisation, register, testSite)));
  }
  for (const topic of register.topics) expectValid(read(topicFeed(topic, register, testSite)));
  const seen = new Set<string>();
  for (const outcome of register.plans.flatMap(({ outcomes }) => outcomes)) {
    const feed = read(outcomeFeed(outcome, register, testSite));
    expectValid(feed);
    for (const { id } of feed.entry) seen.add(id);
  }
  const ids = register.actions.flatMap((action) => {
    const feed = read(actionFeed(action, register, testSite));
    expectValid(feed);
    return feed.entry.map(({ id }) => id);
  });
  // What happened to an action is one entry, whichever feed tells of it.
  expect(new Set(ids)).toEqual(seen);
  expect(ids.toSorted()).toEqual([...seen].sort());
});

test('the feed of an action holds what happened to it and nothing else', () => {
  const register = soundRegister();
  const action = register.actions.find(({ id }) => id === 'new-1-1-1')!;
  const all = read(changesFeed(register, testSite)).entry;
  expect(read(actionFeed(action, register, testSite)).entry).toEqual(
    all.filter(({ id }) => id.includes('/new-1-1-1/')),
  );
  const quiet = register.actions.find(({ id }) => id === 'new-2-1-1')!;
  const feed = read(actionFeed(quiet, register, testSite));
  expectValid(feed);
  expect(feed.entry).toEqual([]);
});

describe('whom a change concerns', () => {
  const register = soundRegister();
  const feedOf = (id: string) =>
    read(
      leadFeed(
        register.organisations.find((one) => one.id === id)!,
        register,
        testSite,
      ),
    ).entry.map((entry) => entry.id.replace('https://promises.example/sub/actions/', ''));

  test('those who lead now, and those who led when it was reported', () => {
    expect(feedOf('carers-team')).toEqual([
      'new-1-1-1/#report-2022-10-03-due',
      'new-1-1-1/#report-2022-10-03-leads',
      'new-1-1-1/#report-2022-05-progress',
    ]);
  });

  test('of a merger, those who lead where it went', () => {
    expect(feedOf('trust')).toContain('old-1-10/#report-2019-07-merged');
  });

  test('a plan’s feed holds its own actions only', () => {
    const plan = register.plans.find(({ id }) => id === 'old')!;
    const { entry, updated } = read(planFeed(plan, register, testSite));
    expect(entry.map(({ id }) => id).filter((id) => !id.includes('/old-'))).toEqual([]);
    expect(updated).toBe('2019-12-31T12:00:00Z');
  });
});

test('a report of a month is dated noon on its last day; of a day, noon on that day', () => {
  const { entry } = read(changesFeed(soundRegister(), testSite));
  expect(entry.find(({ id }) => id.endsWith('new-1-1-1/#report-2022-05-progress'))?.updated).toBe(
    '2022-05-31T12:00:00Z',
  );
  expect(entry.find(({ id }) => id.endsWith('new-1-1-1/#report-2022-10-03-due'))?.updated).toBe(
    '2022-10-03T12:00:00Z',
  );
});

test('a feed with nothing to tell is as new as the plans’ reports', () => {
  const register: Register = { ...soundRegister(), actions: [] };
  const feed = read(changesFeed(register, testSite));
  expectValid(feed);
  expect(feed.updated).toBe('2022-05-31T12:00:00Z');
});

test('a long feed is cut, and says so', () => {
  const register = soundRegister();
  const action = register.actions.find(({ id }) => id === 'new-1-1-2')!;
  const statements = Array.from({ length: mostEntries + 1 }, () => action.updates[0]!);
  const feed = read(changesFeed({ ...register, actions: [{ ...action, statements }] }, testSite));
  expect(feed.entry).toHaveLength(mostEntries);
  expect(feed.subtitle).toContain(`The newest ${mostEntries} are here`);
});

test(
  'any text at all stays well-formed, and no mark-up of a record becomes mark-up',
  {
    timeout: 60_000,
  },
  () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '&',
          '<',
          '>',
          '"',
          "'",
          ']]>',
          '&amp;',
          '<script>',
          '\u0001',
          '\n',
          'a',
        ),
      }),
    );
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, reason, text) => {
        const register = soundRegister();
        const action = register.actions.find(({ id }) => id === 'new-1-1-1')!;
        const update = { ...action.updates[1]!, reason, text, status: 'complete' as const };
        const actions = [{ ...action, title, updates: [update], statements: [update] }];
        const feed = read(changesFeed({ ...register, actions }, testSite));
        for (const { content } of feed.entry) {
          const tags = [...content['#text'].matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name);
          expect(
            tags.filter((name) => !['p', 'blockquote', 'ul', 'li', 'a'].includes(name!)),
          ).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  },
);
