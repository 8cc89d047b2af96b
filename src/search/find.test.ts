import { describe, expect, test } from 'vitest';
import type { Engine, EngineOptions, Hit } from './engine.ts';
import { countChoices, find } from './find.ts';
import { readState } from './search-state.ts';

const site = { codes: ['don', 'nat'], known: ['hospice', 'hospital', 'respite'] };

/** An engine that knows what each search gives, and remembers what it was asked. */
function engineWith(answers: Record<string, string[]>) {
  const asked: [string | null, EngineOptions][] = [];
  const engine: Engine = {
    async search(words, options) {
      asked.push([words, options]);
      const filters = { plan: { doncaster: asked.length }, status: { complete: asked.length } };
      return { results: (answers[words ?? ''] ?? []).map(hit), filters };
    },
    preload: async () => {},
    filters: async () => ({ plan: { doncaster: 48 }, status: { complete: 99 } }),
  };
  return { engine, asked };
}

/** An action’s reference serves as its identifier in the index. */
function hit(reference: string): Hit {
  const data = { url: '', excerpt: '', meta: { title: '', reference } };
  return { id: reference, data: async () => data };
}

const idsOf = (hits: Hit[]) => hits.map(({ id }) => id);

test('the words go to the index with the filters and the order', async () => {
  const { engine, asked } = engineWith({ respite: ['NAT 1.4'] });
  const state = readState('?q=respite&status=complete&status=merged&sort=due');
  expect(idsOf((await find(engine, state, site)).hits)).toEqual(['NAT 1.4']);
  expect(asked.at(-1)).toEqual([
    'respite',
    { filters: { status: { any: ['complete', 'merged'] } }, sort: { due: 'asc' } },
  ]);
});

test('a filter alone gives everything in it, by reference', async () => {
  const { engine, asked } = engineWith({});
  await find(engine, readState('?lead=dbth'), site);
  expect(asked).toEqual([
    [null, { filters: { lead: { any: ['dbth'] } }, sort: { reference: 'asc' } }],
  ]);
});

test('curly quotation marks do what straight ones do', async () => {
  const { engine, asked } = engineWith({});
  await find(engine, readState('?q=“going home”'), site);
  expect(asked[0]![0]).toBe('"going home"');
});

describe('a reference', () => {
  test('puts its action first, once', async () => {
    const { engine } = engineWith({
      '"refxdonx2x1x2x"': ['DON 2.1.2'],
      'DON 2.1.2': ['DON 4.2.1', 'DON 2.1.2'],
    });
    const { hits, unknownReference } = await find(engine, readState('?q=DON 2.1.2'), site);
    expect(idsOf(hits)).toEqual(['DON 2.1.2', 'DON 4.2.1']);
    expect(unknownReference).toBeUndefined();
  });

  test('without a plan is looked for in each', async () => {
    const { engine } = engineWith({ '"refxdonx2x1x"': ['DON 2.1'], '"refxnatx2x1x"': ['NAT 2.1'] });
    expect(idsOf((await find(engine, readState('?q=2.1'), site)).hits)).toEqual([
      'DON 2.1',
      'NAT 2.1',
    ]);
  });

  test('that no action has gives the nearest', async () => {
    const { engine } = engineWith({ refxdonx2x1x: ['DON 2.1.1', 'DON 2.1.2'] });
    const { hits, unknownReference } = await find(engine, readState('?q=don-2-1-9'), site);
    expect(idsOf(hits)).toEqual(['DON 2.1.1', 'DON 2.1.2']);
    expect(unknownReference).toBe('DON 2.1.9');
  });

  test('is not mistaken for a page that the index offers for want of a better', async () => {
    const { engine } = engineWith({ refxdonx9x9x: ['DON 2.1.2'], refxdonx9x: ['NAT 1.1'] });
    expect(await find(engine, readState('?q=DON 9.9'), site)).toMatchObject({
      hits: [],
      unknownReference: 'DON 9.9',
    });
  });

  test('without a plan may be something else', async () => {
    const { engine } = engineWith({ '2018-19': ['NAT 1.4'] });
    expect(idsOf((await find(engine, readState('?q=2018-19'), site)).hits)).toEqual(['NAT 1.4']);
  });
});

describe('a sentence', () => {
  const pages: Record<string, string> = {
    'NAT 1.4': 'dementia carers service respite',
    'DON 5.5': 'carers situations service',
    'DON 6.2': 'carers sitting service break',
    'NAT 2.1': 'carers work hospital',
    'NAT 4.8': 'hospice',
  };
  /** As the engine does: a word finds itself and longer ones by its stem, in quotation marks only itself. */
  const finds = (word: string, text: string, whole: boolean) =>
    text
      .split(' ')
      .some((each) => (whole ? each === word : each.startsWith(word.replace(/ting$/, ''))));
  const engine: Engine = {
    async search(words) {
      const whole = words!.startsWith('"');
      const asked = words!.replaceAll('"', '').split(' ');
      const results = Object.keys(pages).filter((reference) =>
        asked.every((word) => finds(word, pages[reference]!, whole)),
      );
      return { results: results.map(hit), filters: {} };
    },
    preload: async () => {},
    filters: async () => ({}),
  };
  const found = (words: string) => find(engine, readState(`?q=${encodeURIComponent(words)}`), site);

  test('is searched without its small words', async () => {
    const { hits, words, unknown } = await found('someone to give my mum a break?');
    expect([words, unknown, idsOf(hits)]).toEqual(['break', [], ['DON 6.2']]);
  });

  test('of small words alone is searched as it is', async () => {
    expect((await found('who am I')).unknown).toEqual(['who', 'am', 'I']);
  });

  test('puts what has its words whole before what has longer ones', async () => {
    expect(idsOf((await found('sitting service')).hits)).toEqual(['DON 6.2', 'DON 5.5']);
    expect(idsOf((await found('ser')).hits)).toEqual(['NAT 1.4', 'DON 5.5', 'DON 6.2']);
  });

  test('with a slip of the fingers finds what was meant, and says so', async () => {
    const { hits, words, unknown } = await found('resbite');
    expect([words, unknown, idsOf(hits)]).toEqual(['respite', ['resbite'], ['NAT 1.4']]);
    expect((await found('hospitle')).words).toBe('hospital');
  });

  test('without a word that no page has finds the rest, and says so', async () => {
    const { hits, words, unknown } = await found('break xylophone');
    expect([words, unknown, idsOf(hits)]).toEqual(['break', ['xylophone'], ['DON 6.2']]);
    expect((await found('xylophone')).hits).toEqual([]);
  });

  test('that no page has whole loses its commonest words', async () => {
    const { hits, words, fewer } = await found('carers dementia work');
    expect([words, fewer, idsOf(hits)]).toEqual(['work', true, ['NAT 2.1']]);
  });
});

test('a filter does not count against its own values', async () => {
  const { engine, asked } = engineWith({});
  const counts = await countChoices(engine, readState('?q=respite&plan=national'));
  expect(asked.map(([, { filters }]) => filters)).toEqual([{ plan: { any: ['national'] } }, {}]);
  expect(counts.plan).toEqual({ doncaster: 2 });
  expect(counts.status).toEqual({ complete: 1 });
  expect(counts.theme).toEqual({});
});

test('a filter that is all that was asked counts everything', async () => {
  const { engine } = engineWith({});
  expect((await countChoices(engine, readState('?plan=national'))).plan).toEqual({ doncaster: 48 });
});
