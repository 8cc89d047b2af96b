import { describe, expect, test } from 'vitest';
import type { Engine, EngineOptions, Hit } from './engine.ts';
import { countChoices, find } from './find.ts';
import { readState } from './search-state.ts';

const codes = ['don', 'nat'];

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
  expect(idsOf((await find(engine, state, codes)).hits)).toEqual(['NAT 1.4']);
  expect(asked).toEqual([
    ['respite', { filters: { status: { any: ['complete', 'merged'] } }, sort: { due: 'asc' } }],
  ]);
});

test('a filter alone gives everything in it, by reference', async () => {
  const { engine, asked } = engineWith({});
  await find(engine, readState('?lead=dbth'), codes);
  expect(asked).toEqual([
    [null, { filters: { lead: { any: ['dbth'] } }, sort: { reference: 'asc' } }],
  ]);
});

test('curly quotation marks do what straight ones do', async () => {
  const { engine, asked } = engineWith({});
  await find(engine, readState('?q=“going home”'), codes);
  expect(asked[0]![0]).toBe('"going home"');
});

describe('a reference', () => {
  test('puts its action first, once', async () => {
    const { engine } = engineWith({
      '"refxdonx2x1x2x"': ['DON 2.1.2'],
      'DON 2.1.2': ['DON 4.2.1', 'DON 2.1.2'],
    });
    const { hits, unknownReference } = await find(engine, readState('?q=DON 2.1.2'), codes);
    expect(idsOf(hits)).toEqual(['DON 2.1.2', 'DON 4.2.1']);
    expect(unknownReference).toBeUndefined();
  });

  test('without a plan is looked for in each', async () => {
    const { engine } = engineWith({ '"refxdonx2x1x"': ['DON 2.1'], '"refxnatx2x1x"': ['NAT 2.1'] });
    expect(idsOf((await find(engine, readState('?q=2.1'), codes)).hits)).toEqual([
      'DON 2.1',
      'NAT 2.1',
    ]);
  });

  test('that no action has gives the nearest', async () => {
    const { engine } = engineWith({ refxdonx2x1x: ['DON 2.1.1', 'DON 2.1.2'] });
    const { hits, unknownReference } = await find(engine, readState('?q=don-2-1-9'), codes);
    expect(idsOf(hits)).toEqual(['DON 2.1.1', 'DON 2.1.2']);
    expect(unknownReference).toBe('DON 2.1.9');
  });

  test('is not mistaken for a page that the index offers for want of a better', async () => {
    const { engine } = engineWith({ refxdonx9x9x: ['DON 2.1.2'], refxdonx9x: ['NAT 1.1'] });
    expect(await find(engine, readState('?q=DON 9.9'), codes)).toEqual({
      hits: [],
      unknownReference: 'DON 9.9',
    });
  });

  test('without a plan may be something else', async () => {
    const { engine } = engineWith({ '2018-19': ['NAT 1.4'] });
    expect(idsOf((await find(engine, readState('?q=2018-19'), codes)).hits)).toEqual(['NAT 1.4']);
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
