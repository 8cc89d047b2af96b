import { beforeAll, describe, expect, test } from 'vitest';
import { realRegister } from '../tests/registers.ts';
import type { Finder } from './engine.ts';
import { engineOf, finderIn } from './engine-of-files.ts';
import { countChoices, find } from './find.ts';
import { indexRecords } from './index-records.ts';
import { makeIndex } from './make-index.ts';
import { readState } from './search-state.ts';

let finder: Finder;
beforeAll(async () => {
  const { files } = await makeIndex(indexRecords(realRegister()));
  finder = finderIn(await engineOf(files), realRegister());
}, 60_000);

const found = (search: string) => find(finder, readState(search));
const look = (words: string, rest = '') =>
  found(`?${new URLSearchParams({ q: words }).toString()}${rest}`);
const urlsOf = async (hits: Awaited<ReturnType<typeof found>>['hits'], most = 3) =>
  (await Promise.all(hits.slice(0, most).map((hit) => hit.data()))).map(({ url }) => url);
const first = async (words: string) => urlsOf((await look(words)).hits);

describe('a reference', () => {
  test.each(['DON 2.1.2', 'don-2-1-2', '2.1.2', 'don212', 'DON2.1.2', '/actions/don-2-1-2/).'])(
    'typed as “%s” finds its action first',
    async (words) => expect((await first(words))[0]).toBe('/actions/don-2-1-2/'),
  );

  test('in a sentence, or by the name of what it is, finds its action first', async () => {
    expect((await first('what happened to DON 2.1.2'))[0]).toBe('/actions/don-2-1-2/');
    expect((await first('action 3.2.1'))[0]).toBe('/actions/don-3-2-1/');
    const [named, other] = await first('2.1.2 hospital');
    expect(named).toBe('/actions/don-2-1-2/');
    expect(other).toBeDefined();
  });

  test.each([
    ['outcome 2.1', ['/outcomes/don-2-1/', '/actions/don-2-1-1/']],
    ['DON 2.1', ['/outcomes/don-2-1/', '/actions/don-2-1-1/']],
    ['2.1', ['/actions/nat-2-1/', '/outcomes/don-2-1/']],
    ['theme 2', ['/themes/nat-2/', '/themes/don-2/']],
    ['DON 2', ['/themes/don-2/', '/actions/don-2-1-1/']],
  ])('of a theme or an outcome finds it: “%s”', async (words, urls) => {
    expect((await first(words)).slice(0, 2)).toEqual(urls);
    expect((await look(words)).unknownReference).toBeUndefined();
  });

  test('of two numbers comes first where its promise is about the words beside it', async () => {
    expect((await first('1.5 dementia'))[0]).toBe('/actions/nat-1-5/');
    expect(await first('1.5 respite')).not.toContain('/actions/nat-1-5/');
    expect((await look('24-7 cover')).hits).toEqual([]);
  });

  test('beside another is found with it', async () => {
    const both = ['/actions/don-2-1-2/', '/actions/don-2-1-3/'];
    expect((await first('DON 2.1.2 and DON 2.1.3')).slice(0, 2)).toEqual(both);
    expect((await first('2.1.2, 2.1.3')).slice(0, 2)).toEqual(both);
  });

  test('that no action has gives the nearest, and says so', async () => {
    const { hits, unknownReference } = await look('don-2-1-9');
    expect(unknownReference).toBe('DON 2.1.9');
    expect((await urlsOf(hits, 5)).every((url) => url.startsWith('/actions/don-2-1-'))).toBe(true);
  });

  test('of a plan without anything near gives nothing', async () => {
    expect(await look('NAT 9.9')).toMatchObject({ hits: [], unknownReference: 'NAT 9.9' });
  });
});

describe('words', () => {
  test('of a topic put the topic first, and then what is about it', async () => {
    const [topic, promise] = await first('stairlift');
    expect(topic).toBe('/topics/equipment/');
    expect(promise).toMatch(/^\/actions\//);
  });

  test.each([
    ['have your say', '/topics/having-a-say/'],
    ['technology', '/topics/equipment/'],
    ['job centre', '/topics/work/'],
    ['healthcheck', '/topics/my-health/'],
    ['healthchecks', '/topics/my-health/'],
    ['short-breaks', '/topics/breaks/'],
    ['time-off from caring', '/topics/breaks/'],
    ['well-being', '/topics/my-health/'],
    ['self employed', '/topics/work/'],
    ['e learning', '/topics/information/'],
    ['elearning', '/topics/information/'],
    ['co production', '/topics/having-a-say/'],
    ['coproduction', '/topics/having-a-say/'],
  ])('lead to a topic that has them otherwise: “%s”', async (words, topic) => {
    const { hits, insteadOf } = await look(words);
    expect(await urlsOf(hits)).toContain(topic);
    expect(insteadOf).toBeUndefined();
  });

  test.each([
    'what is CCG?',
    'what’s a CCG',
    'what does CCG mean',
    'what does CCG stand for?',
    'definition of CCG',
  ])('that ask what a term means lead to where it is explained: “%s”', async (words) =>
    expect((await first(words))[0]).toBe('/glossary/#ccg'),
  );

  test('with a year are no name of something else', async () => {
    expect((await look('hospital September 2022')).hits.length).toBeGreaterThan(0);
    expect((await look('March 2022 respite')).hits.length).toBeGreaterThan(0);
  });

  test.each(['update on mental health act review', 'mental health act overdue'])(
    'that name a list leave the order of what else is asked: “%s”',
    async (words) => expect((await first(words))[1]).toBe('/actions/nat-1-17/'),
  );

  test('that ask what happens to something find promises before its meaning', async () => {
    const [top] = await first('what is happening with the carer passport');
    expect(top).not.toMatch(/^\/glossary/);
  });

  test.each(['£5m', '£5 million', '5 MILLION'])('of money find it: “%s”', async (words) =>
    expect((await first(words))[0]).toBe('/actions/nat-4-1/'),
  );

  test('of forms leave the word beside them as it is', async () => {
    expect((await first('assessment form'))[0]).toBe('/topics/rights/');
    expect((await first('respite application form'))[0]).toBe('/topics/breaks/');
    expect((await look('PIP form')).hits).toEqual([]);
  });

  test.each([
    ['mental-health', 'mental health'],
    ['short-breaks', 'short breaks'],
    ['carer’s-assessment', 'carer’s assessment'],
    ['G.P.', 'gp'],
    ['GPs', 'gp'],
    ['recognized', 'recognised'],
    ['counselling for carer’s-assessments', 'counselling for carer’s assessments'],
  ])('with other signs or spelling are the same words: “%s”', async (words, same) => {
    const { hits, insteadOf } = await look(words);
    expect(hits.length).toBeGreaterThan(0);
    expect((await urlsOf(hits))[0]).toBe((await first(same))[0]);
    expect(insteadOf).toBeUndefined();
  });

  test('of the site’s people are no lead’s name beside a word that no record has', async () => {
    expect(await look('sandwich carers')).toMatchObject({ hits: [], nothing: true });
    expect((await first('carers'))[0]).toBe('/leads/carers/');
  });

  test('with a hyphen that others leave out are near each other where the word is', async () => {
    expect((await look('on-line course')).hits.length).toBeGreaterThan(0);
  });

  test('of caring tell nothing in a sentence, and something in a name', async () => {
    const [sentence, without] = [
      await first('flexible hours to care for my dad'),
      await first('flexible hours'),
    ];
    expect(sentence).toEqual(without);
    expect((await first('social care'))[0]).toBe('/leads/social-care/');
  });

  test('in a sentence are searched without those that tell nothing', async () => {
    expect(await first('my husband comes out of hospital next week')).toContain(
      '/topics/hospital/',
    );
  });

  test('that tell little find what has them in a row, and nothing else', async () => {
    expect(await first('children in need')).toContain('/actions/nat-3-5/');
    expect(await look('can someone help')).toMatchObject({ hits: [], nothing: true });
  });

  test('for a term of the plans find the promises that use the term', async () => {
    expect(await first('flu jab')).toContain('/actions/don-4-2-2/');
  });

  test('of lateness and time lead to the lists', async () => {
    expect((await first('overdue'))[0]).toBe('/overdue/');
    expect(await first('what was due last year and never happened')).toContain('/overdue/');
    expect((await first('what has changed'))[0]).toBe('/changes/');
  });

  test.each([
    ['Mar 23', '/due/2023-03/'],
    ['due sept 22', '/due/2022-09/'],
    ['due in Sept', '/due/2022-09/'],
    ['06/2022', '/due/2022-06/'],
    ['2022-06', '/due/2022-06/'],
    ['2018/19', '/due/2018-2019/'],
    ['due 2019-20', '/due/2019-2020/'],
    ['decemeber 2022', '/due/2022-12/'],
  ])('with a date in short lead to what is due then: “%s”', async (words, list) =>
    expect((await first(words))[0]).toBe(list),
  );

  test.each([
    'what hasn’t been done yet',
    'not finished',
    'which promises have not been kept',
    'what have they not done',
    'running late',
  ])('that say no to what is done lead to what is overdue: “%s”', async (words) => {
    const [list, ...others] = await first(words);
    expect(list).toBe('/overdue/');
    expect(others).not.toContain('/statuses/complete/');
  });

  test.each([
    ['done', '/statuses/complete/'],
    ['what has been completed', '/statuses/complete/'],
    ['hasn’t started', '/statuses/not-started/'],
    ['started', '/statuses/in-progress/'],
    ['no updates', '/statuses/not-reported/'],
    ['latest progress', '/changes/'],
  ])('of a status or of news lead to the list: “%s”', async (words, list) =>
    expect((await first(words))[0]).toBe(list),
  );

  test.each([
    ['the national plan', '/plans/national/'],
    ['doncaster carers action plan', '/plans/doncaster/'],
    ['Doncaster plan', '/plans/doncaster/'],
  ])('that are the name of a plan put its page first: “%s”', async (words, plan) =>
    expect((await first(words))[0]).toBe(plan),
  );

  test('that name a topic and, with more of them, a lead, find both', async () => {
    const found = await first('young carers support');
    expect(found).toContain('/topics/young-carers/');
    expect(found).toContain('/leads/young-carers-support/');
  });

  test('that are the name of an organisation put its page first', async () => {
    expect((await first('DBTH'))[0]).toBe('/leads/dbth/');
  });

  test('with an age lead to the topic for that age', async () => {
    expect(await first('I’m 15 and look after my mum')).toContain('/topics/young-carers/');
  });
});

describe('a phrase in quotation marks', () => {
  test('is what everything found has, beside other words too', async () => {
    const phrase = await urlsOf((await look('"emergency plan"')).hits, 50);
    const { hits } = await look('“emergency plan” hospital');
    const urls = await urlsOf(hits, 50);
    expect(urls.toSorted()).toEqual(phrase.toSorted());
    expect(await urlsOf((await look('hospital "emergency plan"')).hits, 50)).toEqual(urls);
  });

  test('may have a sign between its words', async () => {
    expect(await first('"Social work / carers support"')).toContain('/actions/don-2-5-2/');
  });

  test('is none where only one mark was typed', async () => {
    expect(await first('"respite')).toEqual(await first('respite'));
  });

  test('that no page has finds nothing, whatever is beside it', async () => {
    expect(await look('“blue badge” respite')).toMatchObject({ hits: [], nothing: true });
  });
});

describe('a slip', () => {
  test('finds what was meant, and says so', async () => {
    const { hits, insteadOf } = await look('resbite care');
    expect(insteadOf).toEqual({ typed: 'resbite care', meant: 'respite care' });
    expect((await urlsOf(hits))[0]).toBe('/topics/breaks/');
  });

  test('is no word of English', async () => {
    expect((await look('mourning stuff')).insteadOf).toBeUndefined();
  });

  test('in quotation marks is searched as typed', async () => {
    expect(await look('“lonley”')).toMatchObject({ hits: [], nothing: true });
  });
});

describe('what no promise is about', () => {
  test.each(['blue badge', 'council tax', 'heating', 'bullying', 'first aid', 'day centre'])(
    '“%s” finds nothing',
    async (words) => expect(await look(words)).toMatchObject({ hits: [], nothing: true }),
  );

  test('may be the name of something else whose words some promises have', async () => {
    expect(await look('cost of living payment')).toMatchObject({ hits: [], nothing: true });
    expect((await urlsOf((await look('cost of care')).hits)).length).toBeGreaterThan(0);
  });

  test('is told of a part of what was asked', async () => {
    expect(await look('respite xylophone')).toMatchObject({ nothing: true, part: 'respite' });
  });

  test('in a sentence is left out, and told', async () => {
    const { hits, unknown } = await look('is there a break for me in xylophone');
    expect(unknown).toEqual(['xylophone']);
    expect((await urlsOf(hits))[0]).toBe('/topics/breaks/');
  });
});

describe('filters', () => {
  test('leave only what has their values, in the order asked for', async () => {
    const { hits, unfiltered } = await look('hospital', '&plan=doncaster&sort=reference');
    const urls = await urlsOf(hits, 100);
    expect(urls.length).toBeLessThan(unfiltered.length);
    expect(urls.every((url) => url.startsWith('/actions/don-'))).toBe(true);
    expect(urls).toEqual(urls.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  });

  test('alone give everything in them, by reference', async () => {
    const urls = await urlsOf((await found('?lead=dbth')).hits, 100);
    const led = realRegister().organisations.find(({ id }) => id === 'dbth')!.leads;
    expect(urls).toEqual(led.map(({ url }) => url));
  });

  test('count what each value would leave, and not against their own', async () => {
    const state = readState('?q=hospital&plan=national');
    const { unfiltered } = await find(finder, state);
    const counts = await countChoices(finder.engine, state, unfiltered);
    const urls = await urlsOf(unfiltered, 1000);
    const of = (code: string) => urls.filter((url) => url.startsWith(`/actions/${code}-`)).length;
    expect(counts.plan).toEqual({ doncaster: of('don'), national: of('nat') });
    const statuses = Object.values(counts.status).reduce((sum, count) => sum + count, 0);
    expect(statuses).toBe(of('nat'));
  });
});
