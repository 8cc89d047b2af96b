import type { Counts, Engine, EngineOptions, Hit } from './engine.ts';
import {
  nearbyWords,
  readReference,
  referenceWord,
  type ReferenceQuery,
} from './reference-query.ts';
import { filterNames, type FilterName, type SearchState } from './search-state.ts';
import { understand } from './understand.ts';

/** What a search found. */
export interface Found {
  hits: Hit[];
  /** Set where the words are the reference of no action; then `hits` are the nearest, if any are near. */
  unknownReference?: string;
  /** The words that were looked for; empty where no page has any of them. */
  words: string;
  /** The words that no page has. */
  unknown: string[];
  /** Whether words were left out because no page has them all. */
  fewer: boolean;
}

/** What a search may be told of the site. */
export interface Site {
  /** The codes of the plans there are. */
  codes: readonly string[];
  /** Words that the site uses, to mend slips of the fingers by. */
  known: readonly string[];
}

/** How many actions with references near an unknown one are offered. */
const mostNearby = 5;

/** Looks for what the reader asked. The action whose reference they typed stands first. */
export async function find(
  engine: Engine,
  state: SearchState,
  { codes, known }: Site,
): Promise<Found> {
  const { words } = state;
  const asTyped = { words, unknown: [], fewer: false };
  const reference = readReference(words, codes);
  if (reference === undefined && words !== '' && !/[“”"]/.test(words)) {
    return findUnderstood(engine, state, known);
  }
  const named = reference === undefined ? [] : await withReference(engine, state, reference);
  if (reference?.certain && named.length === 0) {
    const hits = await nearReference(engine, state, reference);
    // Without the name of a plan it may still be something else: “2018-19”.
    if (hits.length > 0 || reference.named) {
      return { hits, unknownReference: reference.spoken, ...asTyped };
    }
  }
  const { results } = await searchWords(engine, state, optionsOf(state));
  const first = new Set(named.map(({ id }) => id));
  return { hits: [...named, ...results.filter(({ id }) => !first.has(id))], ...asTyped };
}

/** Leaves out the commonest word until some page has all that are left. */
async function findUnderstood(
  engine: Engine,
  state: SearchState,
  known: readonly string[],
): Promise<Found> {
  const { words, unknown } = await understand(engine, state.words, known);
  const commonest = words.toSorted((a, b) => b.pages.size - a.pages.size);
  let left = words;
  for (;;) {
    const asked = left.map(({ word }) => word).join(' ');
    const found = { words: asked, unknown, fewer: left.length < words.length };
    if (asked === '') return { hits: [], ...found };
    const { results } = await searchWords(engine, { ...state, words: asked }, optionsOf(state));
    if (results.length > 0 || left.length === 1) {
      // To the engine “situations” in a title is a better “sitting” than the word itself elsewhere.
      const isWhole = ({ id }: Hit) => left.every(({ pages }) => pages.has(id));
      const hits =
        state.sort === 'relevance'
          ? [...results.filter(isWhole), ...results.filter((hit) => !isWhole(hit))]
          : results;
      return { hits, ...found };
    }
    const least = commonest.shift();
    left = left.filter((word) => word !== least);
  }
}

/**
 * How many results each value of each filter would leave, were it chosen. A filter does not count
 * against its own values, because a reader may choose several.
 */
export async function countChoices(
  engine: Engine,
  state: SearchState,
): Promise<Record<FilterName, Counts>> {
  await engine.filters();
  const all = await searchWords(engine, state, optionsOf(state));
  const counts = await Promise.all(
    filterNames.map(async (name): Promise<[FilterName, Counts]> => {
      if (state.filters[name].length === 0) return [name, all.filters[name] ?? {}];
      const others = optionsOf({ ...state, filters: { ...state.filters, [name]: [] } });
      const nothingElse = state.words === '' && Object.keys(others.filters ?? {}).length === 0;
      const answer = nothingElse
        ? await engine.filters()
        : (await searchWords(engine, state, others)).filters;
      return [name, answer[name] ?? {}];
    }),
  );
  return Object.fromEntries(counts) as Record<FilterName, Counts>;
}

async function searchWords(engine: Engine, state: SearchState, options: EngineOptions) {
  if (state.words === '') return engine.search(null, options);
  // Words in straight quotation marks are looked for as they stand; phones type curly ones.
  const words = state.words.replaceAll(/[“”]/g, '"');
  // The index comes in parts, in the order of the alphabet. The search fetches the part where a
  // word would stand, and not the next one, where longer words with the same start may be.
  const ends = words.split(' ').map((word) => `${word}zz`);
  await engine.preload(ends.join(' '), options);
  return engine.search(words, options);
}

function optionsOf({ words, filters, sort }: SearchState): EngineOptions {
  const chosen = filterNames.filter((name) => filters[name].length > 0);
  // Without words no result is more relevant than another.
  const order = sort === 'relevance' && words === '' ? 'reference' : sort;
  return {
    filters: Object.fromEntries(chosen.map((name) => [name, { any: filters[name] }])),
    ...(order === 'relevance' ? {} : { sort: { [order]: 'asc' } }),
  };
}

async function withReference(
  engine: Engine,
  state: SearchState,
  { codes, parts }: ReferenceQuery,
): Promise<Hit[]> {
  const options = optionsOf(state);
  const answers = await Promise.all(
    codes.map((code) => engine.search(`"${referenceWord(code, parts)}"`, options)),
  );
  return answers.flatMap(({ results }) => results);
}

async function nearReference(
  engine: Engine,
  state: SearchState,
  reference: ReferenceQuery,
): Promise<Hit[]> {
  for (const start of nearbyWords(reference)) {
    const { results } = await searchWords(
      engine,
      { ...state, words: start },
      { sort: { reference: 'asc' } },
    );
    // To a search for a word that no page has, the engine may give pages with a shorter one.
    const near = await Promise.all(
      results.slice(0, mostNearby).map(async (hit) => {
        const { meta } = await hit.data();
        const found = readReference(meta['reference'] ?? '', reference.codes);
        return found && referenceWord(found.codes[0]!, found.parts).startsWith(start) ? [hit] : [];
      }),
    );
    if (near.flat().length > 0) return near.flat();
  }
  return [];
}
