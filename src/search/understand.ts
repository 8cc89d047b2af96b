import { knownOf } from '../domain/known-of.ts';
import type { Engine, Finder } from './engine.ts';
import { PageSet } from './page-set.ts';
import type { NamedSubject } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';
import { ownCommonWords } from './site-words.ts';
import { stemOf, weightOf, wordFor, wordsOf, type OwnCommonWords, type Weight } from './words.ts';

/** A query as the search understands it. */
export interface Understood {
  /** The words that tell something, in order, each once. */
  words: UnderstoodWord[];
  /** What the words are names of, what covers most of them first. */
  subjects: SubjectMeant[];
  /** Whether nothing is between two words, so that they may be one name: “day centre”. */
  oneName: boolean;
  /** Whether it is three such words: “cost of living payment”. */
  longName: boolean;
  /** Of how many words it asks what they mean; 0 where it asks nothing such. */
  meaningOf: number;
}

/** One word of a query. */
export interface UnderstoodWord {
  typed: string;
  /** As the index has it; differs from what was typed where that was a slip. */
  word: string;
  /** Whether it tells something only beside others. */
  weak: boolean;
  /** Whether it leaves the meaning of the word beside it as it is: “respite services”. */
  common: boolean;
  /** The pages with this word or another form of it; empty where it is unknown. */
  pages: PageSet;
  /** The pages with this very word. */
  whole: PageSet;
  known: boolean;
}

/** A subject that words of a query name. */
export interface SubjectMeant {
  subject: NamedSubject;
  /** The words that name it, as places in `words`. */
  places: number[];
  /** How many words name it, small ones too: “if I get ill” is four. */
  length: number;
  /** Whether the words are a name of it, and not only words around it. */
  named: boolean;
}

/** Words of a query, before the index is asked about them. */
interface Token {
  word: string;
  stem: string;
  weight: Weight;
}

/**
 * Makes of a sentence what can be looked for: which words tell something, which are slips, and what
 * the words are names of.
 */
export async function understand(finder: Finder, query: string): Promise<Understood> {
  const { vocabulary } = finder;
  const own = ownCommonWords(vocabulary);
  const phraseStems = stemsOf(vocabulary);
  const spelt = await Promise.all(
    wordsTyped(query).map((word) => asRecordsSpell(finder, word, phraseStems)),
  );
  const typed = respaced(await amountsAsRecordsWrite(finder, spelt.flat()), vocabulary);
  const tokens = typed.map((word) => tokenOf(word, own));
  const hasTelling = tokens.some(({ weight }) => weight !== 'filler');
  // Everything here is about these people, so beside a word that tells something theirs tells nothing.
  const needsNoPeople = tokens.some(({ weight }) => weight === 'telling');
  fetchAhead(finder, tokens, query);
  const meant = await Promise.all(
    tokens.map((token, place) =>
      (token.weight === 'filler' && hasTelling) ||
      (needsNoPeople && isOfPeople(tokens, place, vocabulary))
        ? undefined
        : inIndex(finder, token, phraseStems),
    ),
  );
  const corrected = tokens.map((token, place) =>
    meant[place] === undefined || meant[place].word === token.word
      ? token
      : { ...tokenOf(meant[place].word, own), weight: 'telling' as const },
  );
  const words: UnderstoodWord[] = [];
  /** Of each token, its place in `words`. */
  const places = corrected.map(({ stem }, place) => {
    const found = meant[place];
    if (found === undefined) return -1;
    const same = words.findIndex(({ word }) => stemOf(word) === stem);
    if (same >= 0) return same;
    const { weight } = corrected[place]!;
    words.push({
      ...found,
      typed: typed[place]!,
      weak: weight !== 'telling',
      common: weight === 'common',
    });
    return words.length - 1;
  });
  // A year is no part of a name: “March 2022 hospital”.
  const hasYear = words.some(({ word }) => /^20\d\d$/.test(word));
  const oneName =
    !hasYear && words.length === 2 && (tokens.length === 2 || endsInUnknown(words, places));
  return {
    words: oneName ? words.map((word) => ({ ...word, weak: false })) : words,
    subjects: subjectsIn(corrected, places, query, vocabulary),
    oneName,
    meaningOf: wordsOf(meaningAsked(query) ?? '').length,
    longName:
      !hasYear &&
      words.length === 3 &&
      tokens.every(({ word }, place) => places[place]! >= 0 || word === 'of'),
  };
}

/** What somebody asks the meaning of: “what is a Green Paper”, “what does CCG stand for”. */
export function meaningAsked(query: string): string | undefined {
  const text = query.trim().replace(/(?<!\W)\W+$/, '');
  const [, before, after] =
    /^(?:what (?:does|do) (.+) (?:mean|stand for)|(?:what(?:[’'‘]?s| is| are)|(?:the )?(?:meaning|definition) of|define) (.+))$/i.exec(
      text,
    ) ?? [];
  return (before ?? after)?.replace(/^(?:an?|the) /i, '');
}

/**
 * Fetches the parts of the index with the words that stand for what is most likely meant, beside those
 * with the words themselves.
 */
function fetchAhead({ engine, vocabulary }: Finder, tokens: readonly Token[], query: string): void {
  const places = tokens.map((_, place) => place);
  const words = subjectsIn(tokens, places, query, vocabulary).flatMap(({ subject }) => [
    wordFor('page', subject.id),
    ...(subject.kind === 'topic' || subject.kind === 'term' ? [wordFor('about', subject.id)] : []),
  ]);
  engine.fetchAhead(words.join(' '));
}

/**
 * Whether a word names the people of the site, or says that somebody does what they do: “to care for
 * my dad”, unlike “social care”.
 */
function isOfPeople(tokens: readonly Token[], place: number, { people }: Vocabulary): boolean {
  const { word } = tokens[place]!;
  if (!people.includes(word)) return false;
  const base = word.replace(/s$/, '');
  if (!people.some((other) => isFormOf(other, base))) return true;
  const [before, after] = [tokens[place - 1]?.word ?? '', tokens[place + 1]?.word ?? ''];
  return after === 'for' || ['to', 'i', 'we', 'who', 'must'].includes(before);
}

/** Whether a word is an ending longer than another: “cared” and “carer” are of “care”. */
function isFormOf(longer: string, word: string): boolean {
  return (
    longer.startsWith(word) &&
    ['d', 'r', 'rs', 'ed', 'er', 'ers'].includes(longer.slice(word.length))
  );
}

/** Whether the second of two words that are side by side is unknown: “school transport for my son”. */
function endsInUnknown([, second]: readonly UnderstoodWord[], places: readonly number[]): boolean {
  return second!.known === false && places.indexOf(1) === places.indexOf(0) + 1;
}

/** Keeps the letters as they were typed: capitals tell IT from it. */
function wordsTyped(query: string): string[] {
  const capitals = withoutDots(query).match(/[\p{L}\p{N}’'‘&.-]+/gu) ?? [];
  return capitals.flatMap((part) => {
    const words = wordsOf(part);
    return words.length === 1 && part === part.toUpperCase() ? [words[0]!.toUpperCase()] : words;
  });
}

/** “G.P.” and “N.H.S.” as records write them. */
function withoutDots(query: string): string {
  return query.replaceAll(/(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}\p{L}?(?!\p{L})/gu, (letters) =>
    letters.replaceAll('.', ''),
  );
}

/**
 * A word that no record has as it was typed, as they would have it: “short-breaks” is two words, and
 * “recognized” is spelt with an s in this country.
 */
async function asRecordsSpell(
  { engine }: Finder,
  typed: string,
  phraseStems: ReadonlySet<string>,
): Promise<string[]> {
  const word = typed.toLowerCase();
  const british = word.replace(/(?<=\p{L}{3}[iy])z(?=e[drs]?$|ers$|ing$|ations?$|ational$)/u, 's');
  const isHyphened = word.includes('-') && /\p{L}/u.test(word);
  if (!isHyphened && british === word) return [typed];
  const isKnown = phraseStems.has(stemOf(word)) || (await pagesWithForms(engine, word)).size > 0;
  if (isKnown) return [typed];
  return british === word ? typed.split('-') : [british];
}

/** “£5 million” where records have “£5m”, and “98m” where they have “98 million”. */
async function amountsAsRecordsWrite({ engine }: Finder, words: string[]): Promise<string[]> {
  const written = words.map(async (word, place) => {
    if (/^\d[\d.]*m$/i.test(word)) {
      return (await engine.pagesWith(`"${word}"`)).size > 0
        ? [word]
        : [word.slice(0, -1), 'million'];
    }
    const isMillion = (at: number) =>
      words[at]?.toLowerCase() === 'million' && /^\d[\d.]*$/.test(words[at - 1] ?? '');
    const short = isMillion(place + 1)
      ? `${word}m`
      : isMillion(place)
        ? `${words[place - 1]}m`
        : '';
    if (short === '' || (await engine.pagesWith(`"${short}"`)).size === 0) return [word];
    return isMillion(place) ? [] : [short];
  });
  return (await Promise.all(written)).flat();
}

/**
 * Words with the spaces and hyphens that the names of subjects have: “job centre” where a topic has
 * “Jobcentre”, “healthcheck” where it has “health check”, and “e learning” where it has “e-learning”.
 */
function respaced(typed: readonly string[], vocabulary: Vocabulary): string[] {
  const { words, pairs } = spacingOf(vocabulary);
  const named = (text: string) => knownAs(words, joinedUp(text));
  return typed.flatMap((word, place) => {
    const [before, after] = [typed[place - 1], typed[place + 1]];
    const withNext = after === undefined ? undefined : named(word + after);
    if (withNext !== undefined && isLongEnough(word + after)) return [withNext];
    if (before !== undefined && isLongEnough(before + word) && named(before + word)) return [];
    const hyphened = word.includes('-');
    const alone = named(word);
    if (alone !== undefined) return hyphened || alone.includes('-') ? [alone] : [word];
    const pair = knownAs(pairs, joinedUp(word));
    return pair !== undefined && (hyphened || !pair.short) ? pair.words : [word];
  });
}

const joinedUp = (text: string) => text.toLowerCase().replaceAll('-', '');
const isLongEnough = (text: string) => joinedUp(text).length >= shortestJoined;

/** What is kept for a word, or for one of what it names several of. */
function knownAs<T>(known: ReadonlyMap<string, T>, word: string): T | undefined {
  return known.get(word) ?? known.get(word.replace(/s$/, ''));
}

interface Spacing {
  /** Every word in which a subject is named, by what it is without hyphens. */
  words: Map<string, string>;
  /** Two words in a row, by what they are together. */
  pairs: Map<string, { words: string[]; short: boolean }>;
}

const spacingOf = knownOf((vocabulary: Vocabulary): Spacing => {
  const phrases = vocabulary.subjects.flatMap((subject) =>
    subject.phrases.map((phrase) => phrase.split(' ')),
  );
  const inPairs = phrases.flatMap((words) =>
    words.slice(1).map((word, place) => [words[place]!, word]),
  );
  const own = ownCommonWords(vocabulary);
  const isSmall = (word: string) => weightOf(word, own) === 'filler';
  return {
    words: new Map(phrases.flat().map((word) => [joinedUp(word), word])),
    pairs: new Map(
      inPairs.map((words) => [joinedUp(words.join('')), { words, short: words.some(isSmall) }]),
    ),
  };
});

/** Two short words may by chance be a longer one: “at one” is not “atone”. */
const shortestJoined = 8;

function tokenOf(typed: string, own: OwnCommonWords): Token {
  const word = typed.toLowerCase();
  return { word, stem: stemOf(word), weight: weightOf(typed, own) };
}

/** The stems of all words in which subjects are named. */
const stemsOf = knownOf((vocabulary: Vocabulary): ReadonlySet<string> => {
  const tokens = [...phraseTokensOf(vocabulary).values()].flat();
  return new Set(tokens.map(({ stem }) => stem));
});

/** The words of every phrase: of hundreds of subjects each is asked of every query. */
const phraseTokensOf = knownOf((vocabulary: Vocabulary): ReadonlyMap<string, Token[]> => {
  const own = ownCommonWords(vocabulary);
  const phrases = vocabulary.subjects.flatMap((subject) => subject.phrases);
  const tokens = new Map<string, Token>();
  const token = (word: string) => {
    const made = tokens.get(word) ?? tokenOf(word, own);
    tokens.set(word, made);
    return made;
  };
  return new Map(phrases.map((phrase) => [phrase, phrase.split(' ').map(token)]));
});

type InIndex = Pick<UnderstoodWord, 'word' | 'pages' | 'whole' | 'known'>;

async function inIndex(
  { engine, meantBy }: Finder,
  { word, stem }: Token,
  phraseStems: ReadonlySet<string>,
): Promise<InIndex> {
  const whole = await pagesWithForms(engine, word);
  if (whole.size > 0 || phraseStems.has(stem)) {
    return { word, whole, pages: await pagesLike(engine, word, whole), known: true };
  }
  // Both may have to be fetched, so neither waits for the other.
  const [half, slip] = await Promise.all([
    word.length >= 4 && startsAnother(engine, word),
    meantBy(word),
  ]);
  // For a word with an ending, the engine looks for the stem, so a misspelt word such as “assesment” is
  // not the start of a longer one.
  const meant = half && stem === word ? undefined : slip;
  if (meant === undefined) {
    return half
      ? { word, whole, pages: await engine.pagesWith(word), known: true }
      : { word, whole, pages: whole, known: false };
  }
  const wholeMeant = await pagesWithForms(engine, meant);
  return {
    word: meant,
    whole: wholeMeant,
    pages: await pagesLike(engine, meant, wholeMeant),
    known: true,
  };
}

/** The pages with a word as it is, or with another number of it. */
async function pagesWithForms(engine: Engine, word: string): Promise<PageSet> {
  const forms = [word, `${word}s`, ...(/[^s]s$/.test(word) ? [word.slice(0, -1)] : [])];
  // To a word of two letters or fewer, an s makes another word.
  const found = await Promise.all(
    (word.length < 3 ? [word] : forms).map((form) => engine.pagesWith(`"${form}"`)),
  );
  return PageSet.union(found);
}

/** The engine also gives pages with words that start so; for a short word these are other words. */
async function pagesLike(engine: Engine, word: string, whole: PageSet): Promise<PageSet> {
  if (word.length < 4 || whole.size === 0) return whole;
  return PageSet.union([whole, await engine.pagesWith(word)]);
}

/**
 * Whether a longer word starts with this one, which may be half typed. To a word that it does not
 * know, the engine gives what it has for a shorter one; then letters at the end change nothing.
 */
async function startsAnother(engine: Engine, word: string): Promise<boolean> {
  const longer = `${word}zz`;
  await engine.preload(longer);
  const [these, others] = await Promise.all([engine.pagesWith(word), engine.pagesWith(longer)]);
  return !these.equals(others);
}

/** Every subject that some of the words name, without those of which another covers more. */
function subjectsIn(
  tokens: readonly Token[],
  placeOf: readonly number[],
  query: string,
  vocabulary: Vocabulary,
): SubjectMeant[] {
  const { subjects } = vocabulary;
  const phraseTokens = phraseTokensOf(vocabulary);
  const content = tokens.map((_, place) => place).filter((place) => placeOf[place]! >= 0);
  const named = subjects.flatMap((subject) => {
    const matches = subject.phrases.flatMap((phrase, index) => {
      const named = index < subject.names;
      const covered = phrasePlaces(phraseTokens.get(phrase)!, {
        tokens,
        content,
        kind: subject.kind,
        isName: named,
      });
      return covered === undefined ? [] : [{ covered, named }];
    });
    const all = new Set(matches.flatMap(({ covered }) => covered));
    const wholly = matches.some((match) => match.named);
    return all.size === 0 ? [] : [{ subject, tokens: [...all], named: wholly }];
  });
  const ages = agesIn(query);
  const aged = subjects
    .filter((subject) => ages.some((age) => isFor(subject, age)))
    .map((subject) => ({ subject, tokens: placesOfNumbers(tokens), named: false }));
  const found = [...aged, ...named];
  const isTopic = ({ subject, tokens: covered }: (typeof found)[number]) =>
    subject.kind === 'topic' && covered.length > 1;
  return found
    .filter(
      (one) =>
        !found.some(
          (other) =>
            other.tokens.length > one.tokens.length &&
            // Who asks for “young carers support” wants what there is, and not only who gives it.
            !(isTopic(one) && other.subject.kind === 'lead') &&
            one.tokens.every((place) => other.tokens.includes(place)),
        ),
    )
    .map(({ subject, tokens: covered, named: isName }) => ({
      subject,
      places: [...new Set(covered.map((place) => placeOf[place]!).filter((place) => place >= 0))],
      length: covered.length,
      named: isName,
    }))
    .sort((a, b) => b.places.length - a.places.length || order(a) - order(b));
}

const kinds: readonly NamedSubject['kind'][] = ['topic', 'list', 'lead', 'term'];
const order = ({ subject }: SubjectMeant) => kinds.indexOf(subject.kind);

/** The words of a query in which a phrase is looked for, and what the phrase is. */
interface Among {
  tokens: readonly Token[];
  content: readonly number[];
  kind: NamedSubject['kind'];
  isName: boolean;
}

/**
 * Where a phrase is among the words: word for word, or its telling words one after another with
 * fillers between them.
 */
function phrasePlaces(
  wanted: readonly Token[],
  { tokens, content, kind, isName }: Among,
): number[] | undefined {
  const everything = tokens.map((_, place) => place);
  const exact = runOf(wanted, tokens, everything);
  if (exact !== undefined) {
    const single = wanted.length === 1;
    // A word that tells nothing beside the others names nothing beside them.
    if (single && content.length > 0 && !content.includes(exact[0]!)) return undefined;
    // A name that is a common word, such as that of the body “Health”, is meant where it is alone.
    if (single && (kind === 'lead' || wanted[0]!.weight !== 'telling') && content.length > 1) {
      return kind === 'lead' && wanted[0]!.word.length > 1 && isCapitals(tokens, exact[0]!)
        ? exact
        : undefined;
    }
    return exact;
  }
  const telling = wanted.filter(({ weight }) => weight !== 'filler');
  // “I need a break” is called by its one telling word; other phrases of one such word say more than it.
  const enough =
    telling.length > 1 || (isName && kind === 'topic' && telling[0]?.weight === 'telling');
  return enough ? runOf(telling, tokens, content) : undefined;
}

/** Whether a word is an abbreviation: one that tells something although a short word. */
function isCapitals(tokens: readonly Token[], place: number): boolean {
  return !/[aeiou].*[aeiou]/.test(tokens[place]!.word);
}

function runOf(
  wanted: readonly Token[],
  tokens: readonly Token[],
  among: readonly number[],
): number[] | undefined {
  for (let start = 0; start + wanted.length <= among.length; start++) {
    const places = among.slice(start, start + wanted.length);
    if (places.every((place, index) => isSame(tokens[place]!, wanted[index]!))) return places;
  }
  return undefined;
}

/** “Your rights” are asked for where a topic is called “my rights”. */
function isSame(typed: Token, wanted: Token): boolean {
  return (
    typed.stem === wanted.stem ||
    // The stem of “GPs” is that of no other word.
    (wanted.weight === 'telling' && typed.word === `${wanted.word}s`) ||
    (owners.has(typed.word) && owners.has(wanted.word))
  );
}

const owners = new Set(['my', 'your', 'our', 'his', 'her', 'their']);

/** Ages that a sentence tells: “I’m 15”, “aged 9”, “17 and caring”, “is 12 years old”. */
function agesIn(query: string): number[] {
  const said =
    /\b(?:i ?[’'‘]?a?m|i am|is|are|aged?|turned|just) (\d{1,2})\b|\b(\d{1,2})[- ]?(?:and|years?|yrs?|yo)\b/giu;
  return [...query.matchAll(said)].map(([, after, before]) => Number(after ?? before));
}

function isFor({ ages }: NamedSubject, age: number): boolean {
  return ages !== undefined && ages.from <= age && age <= ages.to;
}

function placesOfNumbers(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ word }, place) => (/^\d{1,2}$/.test(word) ? [place] : []));
}
