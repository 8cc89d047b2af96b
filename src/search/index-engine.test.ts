import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { realRegister } from '../tests/registers.ts';
import type { Engine } from './engine.ts';
import { engineOf } from './engine-of-files.ts';
import { indexRecords } from './index-records.ts';
import { makeIndex } from './make-index.ts';
import { withPagefind, type PagefindHit } from './pagefind-itself.ts';
import { readSearchCases } from './try-searches.ts';
import type { IndexFiles } from './stable-index.ts';

const folder = join(import.meta.dirname, '../tests/fixtures/searches');
const queries = readdirSync(folder).flatMap((file) =>
  readSearchCases(readFileSync(join(folder, file), 'utf8')).map(({ query }) => query),
);
const words = new Set(queries.flatMap((query) => query.replaceAll('"', '').split(/\s+/)));
const asked = [
  ...new Set([...queries, ...words, ...[...words, ...queries].map((text) => `"${text}"`)]),
];

let files: IndexFiles;
beforeAll(async () => {
  ({ files } = await makeIndex(indexRecords(realRegister())));
}, 60_000);

/** One after another in both: what Pagefind finds depends on what it fetched before. */
async function compared<T>(
  compare: (query: string, ours: Engine, theirs: PagefindHit[]) => Promise<T>,
): Promise<T[]> {
  return withPagefind(files, async (pagefind) => {
    const ours = await engineOf(files);
    const answers: T[] = [];
    for (const query of asked) {
      const { results } = await pagefind.search(query);
      answers.push(await compare(query, ours, results));
    }
    return answers;
  });
}

test('finds what Pagefind’s own program finds, in its order', async () => {
  const differing = await compared(async (query, ours, theirs) => {
    const ids = (await ours.search(query)).map(({ name }) => name);
    const scores = new Map(theirs.map(({ id, score }) => [id, score]));
    const same = ids.length === theirs.length && ids.every((id) => scores.has(id));
    // Pagefind counts with fewer figures, so what ranks nearly alike may change places.
    const inOrder = ids.every((id, place) => {
      const [score, next] = [scores.get(id)!, scores.get(ids[place + 1] ?? '') ?? -Infinity];
      return score >= next - Math.abs(score) * 1e-4;
    });
    // A phrase that several facts have may count as any of them there.
    return same && (inOrder || query.startsWith('"'))
      ? []
      : [`${query}: ${ids.length} of ${theirs.length}, ${inOrder}`];
  });
  expect(asked.length).toBeGreaterThan(500);
  expect(differing.flat()).toEqual([]);
}, 120_000);

test('shows the excerpt that Pagefind shows, and leads to the same address', async () => {
  const differing = await compared(async (query, ours, theirs) => {
    const [first] = theirs;
    const hit = (await ours.search(query)).find(({ name }) => name === first?.id);
    if (first === undefined || hit === undefined) return [];
    const [mine, other] = [await hit.data(), await first.data()];
    const shown = mine.excerpt
      .map(({ text, match }) => {
        const escaped = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        return match ? `<mark>${escaped}</mark>` : escaped;
      })
      .join('')
      .trim();
    return shown === other.excerpt && mine.url === other.url ? [] : [[query, shown, other.excerpt]];
  });
  expect(differing.flat()).toEqual([]);
}, 120_000);
