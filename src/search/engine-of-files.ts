import type { Register } from '../register/register.ts';
import type { Engine, Finder } from './engine.ts';
import { contentsOf } from './index-contents.ts';
import { openIndex } from './index-engine.ts';
import { contentsFile, ordersFile } from './search-files.ts';
import { meantBy, wordsToMean } from './slips.ts';
import type { IndexFiles } from './stable-index.ts';
import { slipWordsOf, vocabularyOf } from './vocabulary.ts';

/** What it takes to search the index of a register. */
export function finderIn(engine: Engine, register: Register): Finder {
  const vocabulary = vocabularyOf(register);
  const { often, real } = slipWordsOf(register);
  const words = wordsToMean(vocabulary, often);
  return {
    engine,
    vocabulary,
    meantBy: (typed) => Promise.resolve(real.includes(typed) ? undefined : meantBy(typed, words)),
  };
}

/** Searches an index in Node, in the same way as in a browser. */
export function engineOf(files: IndexFiles): Promise<Engine> {
  const { contents, orders } = contentsOf(files);
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const all = new Map([
    ...files,
    [contentsFile, bytes(contents)] as const,
    [ordersFile, bytes(orders)] as const,
  ]);
  return openIndex((path) => Promise.resolve(all.get(path)!), '/');
}
