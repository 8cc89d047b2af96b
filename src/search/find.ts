import type { Counts, Engine, Finder, Hit } from './engine.ts';
import { datesSpeltOut } from './dates-in-words.ts';
import { PageSet } from './page-set.ts';
import { findReference } from './reference-in-words.ts';
import {
  groupWord,
  joinedReferenceWord,
  nearbyWords,
  readReference,
  referenceWord,
  type ReferenceQuery,
} from './reference-query.ts';
import { filterNames, type FilterName, type SearchState } from './search-state.ts';
import {
  understand,
  type SubjectMeant,
  type Understood,
  type UnderstoodWord,
} from './understand.ts';
import { ownCommonWords } from './site-words.ts';
import { stemOf, wordFor, wordsOf } from './words.ts';

/** What a search found. */
export interface SearchResult {
  /** What is shown, the best first. */
  hits: Hit[];
  /** The same before filters: what filters can choose from. */
  unfiltered: Hit[];
  /** Set where the words are the reference of no action; then `hits` are the nearest, if any are near. */
  unknownReference?: string;
  /** The words that were looked for, where they are not those that were typed. */
  insteadOf?: { typed: string; meant: string };
  /** The words that no page has. */
  unknown: string[];
  /** Whether words were left out because no page has them all. */
  fewer: boolean;
  /** Whether no promise is about what was asked, whatever the filters. */
  nothing: boolean;
  /** What could be asked instead, where something is about a part of it. */
  part?: string;
}

/** How many actions with references near an unknown one are offered. */
const mostNearby = 5;

/** Looks for what the reader asked. The action whose reference they typed comes first. */
export async function find(finder: Finder, state: SearchState): Promise<SearchResult> {
  const found = await findAll(finder, state);
  return { ...found, hits: await chosen(finder.engine, state, found.unfiltered) };
}

const nothingElse = { unknown: [], fewer: false, nothing: false };

async function findAll(
  finder: Finder,
  { words: typed }: Pick<SearchState, 'words'>,
): Promise<Omit<SearchResult, 'hits'>> {
  const { engine, vocabulary } = finder;
  if (typed === '') {
    return { unfiltered: [...(await engine.inOrder('reference'))], ...nothingElse };
  }
  if (quoted.test(typed)) return findQuoted(finder, typed);
  // One mark alone quotes nothing.
  const words = typed.replaceAll(/[“”"]/g, ' ').trim();
  const withDates = datesSpeltOut(words);
  const spoken = findReference(words, vocabulary.codes, ownCommonWords(vocabulary));
  if (spoken === undefined) return findUnderstood(finder, withDates);
  const { reference, ofGroup, unsure, rest } = spoken;
  if (unsure) {
    const [all, numbered] = await Promise.all([
      findUnderstood(finder, withDates),
      withReference(engine, reference),
    ]);
    const others = rest === '' ? all : await findUnderstood(finder, rest);
    // Only a promise that is about the words, too, was meant by its number.
    const meant = numbered.filter((hit) => isOneOf(hit, others.unfiltered));
    if (meant.length === 0) return all;
    return { ...nothingElse, unfiltered: once([...meant, ...others.unfiltered]) };
  }
  const named = await withNumber(engine, reference, ofGroup);
  // A plan may number its promises as others write dates, so a reference that is there comes first.
  if (named.length === 0 && withDates !== words) return findUnderstood(finder, withDates);
  if (rest !== '') {
    if (named.length === 0) return findUnderstood(finder, words);
    // It may hold another reference: “2.1.2 and 2.1.3”.
    const others = await findAll(finder, { words: rest });
    return { ...nothingElse, unfiltered: once([...named, ...others.unfiltered]) };
  }
  if (reference.certain && named.length === 0) {
    const hits = await nearReference(engine, reference);
    // Without the name of a plan it may still be something else: “10-12”.
    if (hits.length > 0 || reference.named) {
      return { unfiltered: hits, unknownReference: reference.spoken, ...nothingElse };
    }
  }
  // Beside a reference that is there, what has its numbers as words is something else.
  const isNumber = (reference.certain || ofGroup) && named.length > 0;
  const hits = once([...named, ...(isNumber ? [] : await searchWords(engine, words))]);
  return { unfiltered: hits, ...nothingElse, nothing: hits.length === 0 };
}

/** Words in straight or curly quotation marks; phones type curly ones. */
const quoted = /["“”]([^"“”]*[\p{L}\p{N}][^"“”]*)["“”]/u;

/** What has all that is quoted, as it is quoted; first what fits best with the words around it. */
async function findQuoted(finder: Finder, typed: string): Promise<Omit<SearchResult, 'hits'>> {
  // No page has a sign alone as a word: “social work / carers support”.
  const phrases = [...typed.matchAll(new RegExp(quoted, 'gu'))].flatMap(([, phrase]) =>
    phrase!.split(/\s[^\p{L}\p{N}\s]+\s/u),
  );
  const found = await Promise.all(
    phrases.map((phrase) => searchWords(finder.engine, `"${phrase}"`)),
  );
  const [first = [], ...others] = found;
  const hits = first.filter((hit) => others.every((other) => isOneOf(hit, other)));
  const around = typed.replaceAll(new RegExp(quoted, 'gu'), ' ');
  const best =
    hits.length === 0 || (phrases.length === 1 && wordsOf(around).length === 0)
      ? []
      : (await findAll(finder, { words: typed.replaceAll(/["“”]/g, ' ').trim() })).unfiltered;
  const unfiltered = once([...best.filter((hit) => isOneOf(hit, hits)), ...hits]);
  return { unfiltered, ...nothingElse, nothing: unfiltered.length === 0 };
}

async function findUnderstood(finder: Finder, typed: string): Promise<Omit<SearchResult, 'hits'>> {
  const { engine } = finder;
  const understood = await understand(finder, typed);
  const { words } = understood;
  const slips = words.filter(({ typed: one, word }) => one.toLowerCase() !== word);
  const meant = slips.reduce((text, { typed: one, word }) => replaced(text, one, word), typed);
  const found = {
    unknown: words.filter(({ known }) => !known).map((word) => word.typed),
    ...(slips.length === 0 ? {} : { insteadOf: { typed, meant } }),
  };
  const ranked = await rank(engine, understood);
  const about = await isAbout(understood, ranked);
  if (!about.is) {
    return {
      ...found,
      unfiltered: [],
      fewer: false,
      nothing: true,
      ...(about.part === undefined ? {} : { part: about.part }),
    };
  }
  return {
    ...found,
    unfiltered: await arranged(engine, understood, ranked),
    fewer: ranked.fewer,
    nothing: false,
  };
}

/** Pages by how much of what was asked they have. */
interface Ranked {
  hits: Hit[];
  /** How much of the query the best has, from 0 to 1; words of subjects count as had. */
  share: number;
  /** How many of the words the best page has. */
  had: number;
  fewer: boolean;
}

/** How much of a word a page has that is only about the subject which the word names. */
const ofTerm = 0.9;
const ofTopic = 0.8;
/** A page with less than this share of the best page’s score is not shown. */
const leastOfBest = 0.55;

/** If at least this many pages have all the words, pages with fewer of them are not looked for. */
const enough = 500;

async function rank(engine: Engine, { words, subjects }: Understood): Promise<Ranked> {
  const about = await Promise.all(
    subjects.map(async ({ subject, places, length }) => {
      const none = { places, hits: [] as readonly Hit[], of: 0, length };
      if (subject.kind === 'lead' || subject.kind === 'list') return none;
      const hits = await engine.search(`"${wordFor('about', subject.id)}"`);
      return { ...none, hits, of: subject.kind === 'term' ? ofTerm : ofTopic };
    }),
  );
  // What names a list, such as “finished”, tells little of what the promise is about.
  const ofLists = new Set(
    subjects.flatMap(({ subject, places }) => (subject.kind === 'list' ? places : [])),
  );
  const hasOther = words.some(({ weak }, place) => !weak && !ofLists.has(place));
  const isBeside = (place: number) => hasOther && ofLists.has(place);
  const known = words.filter((word) => word.known);
  // The parts with longer words that may be meant were already fetched while the words were understood.
  const search = (text: string) => engine.search(text);
  const asked = known.filter((word) => !isBeside(words.indexOf(word)));
  const withAll = asked.length === 0 ? [] : await search(asked.map(({ word }) => word).join(' '));
  const lists = await Promise.all(
    withAll.length >= enough
      ? []
      : [
          ...known.map(({ word, whole, pages }) =>
            pages.size === 0 ? [] : search(whole.size > 0 ? `"${word}"` : word),
          ),
          ...known.map(({ word, pages }) => (pages.size === 0 ? [] : search(word))),
        ],
  );
  const candidates = once([...withAll, ...lists.flat(), ...about.flatMap(({ hits }) => hits)]);
  const sets = about.map(({ hits }) => PageSet.of(hits.map(({ id }) => id)));
  const aboutWord = words.map((_, place) =>
    about.flatMap(({ places, of }, index) =>
      places.includes(place) ? { of, ids: sets[index]! } : [],
    ),
  );
  const weights = words.map((word, place) => {
    const pages = PageSet.union([word.pages, ...aboutWord[place]!.map(({ ids }) => ids)]);
    const rarity = Math.log(1 + candidates.length / Math.max(1, pages.size));
    return (0.3 + rarity) * (isBeside(place) ? 0.05 : word.weak ? 0.2 : 1);
  });
  // Several words that name one thing tell more together than each of them alone.
  const named = about.map(({ hits, length, of }) =>
    length < 2 || hits.length === 0 ? 0 : of * Math.log(1 + candidates.length / hits.length),
  );
  const had = ({ id }: Hit, place: number): number => {
    if (words[place]!.whole.has(id)) return 1;
    let most = words[place]!.pages.has(id) ? 0.85 : 0;
    for (const { of, ids } of aboutWord[place]!) if (of > most && ids.has(id)) most = of;
    return most;
  };
  const scored = candidates.map((hit, order) => ({
    hit,
    order,
    score:
      weights.reduce((sum, weight, place) => sum + weight * had(hit, place), 0) +
      named.reduce((sum, weight, index) => sum + (sets[index]!.has(hit.id) ? weight : 0), 0),
  }));
  scored.sort((a, b) => b.score - a.score || a.order - b.order);
  const best = scored[0];
  if (best === undefined || best.score === 0) return { hits: [], share: 0, had: 0, fewer: false };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const places = words.map((_, place) => place).filter((place) => !words[place]!.weak);
  const hadByBest = places.filter((place) => had(best.hit, place) > 0).length;
  return {
    hits: scored.filter(({ score }) => score >= best.score * leastOfBest).map(({ hit }) => hit),
    share: best.score / total,
    had: hadByBest,
    fewer: hadByBest < places.filter((place) => words[place]!.known).length,
  };
}

/**
 * Whether some promise is about what was asked, and does not only have one of its words: what has
 * “first” and “aids” is not about first aid.
 */
async function isAbout(
  { words, subjects, oneName, longName }: Understood,
  { hits, share, had }: Ranked,
): Promise<{ is: boolean; part?: string }> {
  const telling = words.filter(({ weak }) => !weak);
  // Words that are on every page, such as “promised”, are about nothing else than the site.
  if (words.every(({ common }) => common) && hits.length > 0) return { is: true };
  const asked = telling.length > 0 ? telling : words;
  const unknown = asked.filter(({ known }) => !known);
  const covered = new Set(subjects.flatMap(({ places }) => places));
  if (subjects.length > 0) {
    const rest = asked.filter((word) => !covered.has(words.indexOf(word)));
    if (!(oneName || longName) || rest.length === 0) return { is: true };
    // “First aid” is no kind of aid, while “respite services” are respite.
    if (rest.every((word) => word.common || isOfOneOf(subjects, word))) return { is: true };
    if (longName && rest.length * 2 < asked.length) return { is: true };
    if (unknown.length === 0 && had === asked.length && (await near(asked, hits))) {
      return { is: true };
    }
    const part = words.filter((_, place) => covered.has(place)).map(({ word }) => word);
    return { is: false, part: part.join(' ') };
  }
  if (unknown.length === asked.length || hits.length === 0) return { is: false };
  if (asked.length === 1) return { is: true };
  // Small words may be a name together: “children in need”.
  if (telling.length === 0) {
    return { is: unknown.length === 0 && (await near(asked, hits, areInARow)) };
  }
  if (asked.length === 2) {
    return { is: unknown.length === 0 && had === 2 && (await near(asked, hits)) };
  }
  return { is: had >= 2 && share >= 0.5 };
}

/** Whether several names of a topic that is meant have a word: “rails” beside “bathroom”. */
function isOfOneOf(subjects: readonly SubjectMeant[], { word }: UnderstoodWord): boolean {
  const stem = stemOf(word);
  return subjects.some(({ subject: { kind, phrases } }) => {
    const having = phrases.filter((phrase) => phrase.split(' ').map(stemOf).includes(stem));
    return kind === 'topic' && having.length > 1;
  });
}

/** How many words may be between two that belong together. */
const mostApart = 6;

/** Whether one of the best pages has the words near each other, in a title or in a sentence. */
async function near(
  words: readonly UnderstoodWord[],
  hits: readonly Hit[],
  areNear = areClose,
): Promise<boolean> {
  const stems = words.map(({ word }) => joinedStemOf(word));
  // One after another, because mostly the first has them and a phone then fetches no other.
  for (const hit of hits.slice(0, 5)) {
    const { content, meta } = await hit.data();
    if ([content, meta['title'] ?? ''].some((text) => areNear(stemsIn(text), stems))) return true;
  }
  return false;
}

/** “On-line” is “online” to the index, too. */
const joinedStemOf = (word: string) => stemOf(word.replaceAll('-', ''));

const stemsIn = (text: string) => wordsOf(text).map(joinedStemOf);

function areClose(stems: readonly string[], [first, ...others]: readonly string[]): boolean {
  return stems.some((stem, place) => {
    const around = stems.slice(Math.max(0, place - mostApart), place + mostApart + 1);
    return stem === first && others.every((other) => around.includes(other));
  });
}

function areInARow(stems: readonly string[], wanted: readonly string[]): boolean {
  return stems.some((_, place) => wanted.every((stem, index) => stems[place + index] === stem));
}

/** Puts the pages of the subjects themselves among what is about them. */
async function arranged(
  engine: Engine,
  { words, subjects, meaningOf }: Understood,
  { hits }: Ranked,
): Promise<Hit[]> {
  const telling = words.flatMap(({ weak, known }, place) => (!weak && known ? [place] : []));
  const first: SubjectMeant[] = [];
  const second: SubjectMeant[] = [];
  const later: SubjectMeant[] = [];
  // A word that says nothing else, such as “due”, may be covered by several lists together.
  const lists = subjects.filter(({ subject }) => subject.kind === 'list');
  const byLists = new Set(lists.flatMap(({ places }) => places));
  const onlyLists = telling.length > 0 && telling.every((place) => byLists.has(place));
  /** Whether the telling words are these, and words of lists: “all that DBTH leads”. */
  const allBut = (places: readonly number[]) =>
    !onlyLists && telling.every((place) => places.includes(place) || byLists.has(place));
  for (const meant of subjects) {
    const { subject, places, length, named } = meant;
    const all = telling.every((place) => places.includes(place));
    const half = places.filter((place) => telling.includes(place)).length * 2 >= telling.length;
    if (subject.kind === 'topic') (half ? first : second).push(meant);
    else if (subject.kind === 'list')
      (all || onlyLists || hits.length === 0 ? first : second).push(meant);
    else if (subject.kind === 'term' && named && length === meaningOf) first.unshift(meant);
    else if (subject.kind === 'lead') (named && allBut(places) ? first : later).push(meant);
    else later.push(meant);
  }
  const pagesOf = async (some: readonly SubjectMeant[]) => {
    const found = await Promise.all(
      some.map(({ subject }) => engine.search(`"${wordFor('page', subject.id)}"`)),
    );
    return found.flat();
  };
  const [atTop, afterTwo, atEnd] = await Promise.all([first, second, later].map(pagesOf));
  const room = atTop!.length === 0 ? 2 : 1;
  return once([
    ...atTop!.slice(0, 2),
    ...hits.filter((hit) => !isOneOf(hit, [...atTop!, ...afterTwo!, ...atEnd!])).slice(0, room),
    ...afterTwo!,
    ...atTop!,
    ...hits.filter((hit) => !isOneOf(hit, atEnd!)).slice(0, 4),
    ...atEnd!,
    ...hits,
  ]);
}

function isOneOf({ id }: Hit, hits: readonly Hit[]): boolean {
  return hits.some((hit) => hit.id === id);
}

function once(hits: readonly Hit[]): Hit[] {
  const byId = new Map<Hit['id'], Hit>();
  for (const hit of hits) if (!byId.has(hit.id)) byId.set(hit.id, hit);
  return [...byId.values()];
}

function replaced(text: string, typed: string, meant: string): string {
  const place = text.toLowerCase().indexOf(typed.toLowerCase());
  return place < 0 ? text : text.slice(0, place) + meant + text.slice(place + typed.length);
}

/** What the filters leave, in the order asked for. */
async function chosen(
  engine: Engine,
  { filters, sort, words }: SearchState,
  hits: readonly Hit[],
): Promise<Hit[]> {
  // Without words no result is more relevant than another.
  const order = sort === 'relevance' && words === '' ? 'reference' : sort;
  const left = await Promise.all(
    filterNames
      .filter((name) => filters[name].length > 0)
      .map(async (name) => {
        const values = await engine.filter(name);
        return new Set(filters[name].flatMap((value) => values.get(value) ?? []));
      }),
  );
  const fitting = hits.filter(({ id }) => left.every((ids) => ids.has(id)));
  if (order === 'relevance') return fitting;
  const ordered = await engine.inOrder(order);
  const places = new Map(ordered.map(({ id }, place) => [id, place]));
  // Only actions have a place.
  return fitting
    .filter(({ id }) => places.has(id))
    .sort((a, b) => places.get(a.id)! - places.get(b.id)!);
}

/**
 * How many results each value of each filter would leave, were it chosen. A filter does not count
 * against its own values, because a reader may choose several.
 */
export async function countChoices(
  engine: Engine,
  state: SearchState,
  unfiltered: readonly Hit[],
): Promise<Record<FilterName, Counts>> {
  const counts = await Promise.all(
    filterNames.map(async (name): Promise<[FilterName, Counts]> => {
      const others = { ...state, filters: { ...state.filters, [name]: [] } };
      const [values, fitting] = await Promise.all([
        engine.filter(name),
        chosen(engine, others, unfiltered),
      ]);
      const left = new Set(fitting.map(({ id }) => id));
      const each = [...values].map(([value, ids]): [string, number] => [
        value,
        ids.filter((id) => left.has(id)).length,
      ]);
      return [name, Object.fromEntries(each)];
    }),
  );
  return Object.fromEntries(counts) as Record<FilterName, Counts>;
}

async function searchWords(engine: Engine, words: string): Promise<Hit[]> {
  if (words === '') return [];
  // The index comes in parts, in the order of the alphabet. The search fetches the part where a
  // word would be, and not the next one, where longer words with the same start may be.
  if (!words.includes('"')) {
    await engine.preload(
      words
        .split(' ')
        .map((word) => `${word}zz`)
        .join(' '),
    );
  }
  return [...(await engine.search(words))];
}

/**
 * What has a number: the promise and, after it, the theme or outcome of that number. Where the words
 * ask for a theme or outcome, or no promise has the number, its first promises come after it.
 */
async function withNumber(
  engine: Engine,
  reference: ReferenceQuery,
  ofGroup: boolean,
): Promise<Hit[]> {
  const { parts, certain } = reference;
  const [actions, groups] = await Promise.all([
    withReference(engine, reference),
    Promise.all(
      (certain || ofGroup ? reference.codes : []).map(async (code) => ({
        code,
        hits: await engine.search(`"${groupWord(code, parts)}"`),
      })),
    ),
  ]);
  const codes = groups.flatMap(({ code, hits }) => (hits.length > 0 ? [code] : []));
  const found = groups.flatMap(({ hits }) => hits);
  if (codes.length === 0 || (actions.length > 0 && !ofGroup)) return [...actions, ...found];
  return once([...found, ...(await nearReference(engine, { ...reference, codes }))]);
}

async function withReference(engine: Engine, { codes, parts }: ReferenceQuery): Promise<Hit[]> {
  const words = codes.flatMap((code) => [
    referenceWord(code, parts),
    ...(parts.length === 1 ? [joinedReferenceWord(code, parts)] : []),
  ]);
  const answers = await Promise.all(words.map((word) => engine.search(`"${word}"`)));
  return answers.flat();
}

async function nearReference(engine: Engine, reference: ReferenceQuery): Promise<Hit[]> {
  for (const start of nearbyWords(reference)) {
    await engine.preload(`${start}zz`);
    const found = new Set((await engine.search(start)).map(({ id }) => id));
    const results = (await engine.inOrder('reference')).filter(({ id }) => found.has(id));
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
