import { distance } from 'fastest-levenshtein';
import type { Engine } from './engine.ts';

/** What to look for in place of what a reader typed. */
export interface Understood {
  /** Those of the words that tell something and that some page has, spelt as it has them. */
  words: UnderstoodWord[];
  /** The words that no page has, as typed. */
  unknown: string[];
}

export interface UnderstoodWord {
  word: string;
  /** Identifiers of the pages that have it as a whole word; none while it is half typed. */
  pages: ReadonlySet<string>;
}

/**
 * Makes of a sentence what can be looked for. To the engine every word counts alike: “someone to sit
 * with mum” finds nothing, because no page has all five words. And a word that it does not know, it
 * leaves out without a word, or takes for a shorter one.
 *
 * @param known words that the site uses, in small letters, to mend slips of the fingers by
 */
export async function understand(
  engine: Engine,
  typed: string,
  known: readonly string[],
): Promise<Understood> {
  const understood = await Promise.all(
    tellingWords(typed).map(async (word) => {
      const pages = await pagesWith(engine, word);
      if (pages.size > 0 || (await startsAnother(engine, word)))
        return { typed: word, word, pages };
      const meant = nearestWord(word, known);
      return meant === undefined
        ? { typed: word }
        : { typed: word, word: meant, pages: await pagesWith(engine, meant) };
    }),
  );
  return {
    words: understood.flatMap(({ word, pages }) => (word === undefined ? [] : [{ word, pages }])),
    unknown: understood.filter((each) => each.word !== each.typed).map((each) => each.typed),
  };
}

/** Words that say nothing of what is looked for, and those for whom a carer cares. */
const smallWords = new Set(
  (
    'a about am an and any are as ask at be been by call can cant could do does dont for from get give had ' +
    'has have he help her him his how i id if im in is it its ive me my need needs of on or our ' +
    'please she should so some someone something that the their them there they this to us want ' +
    'was we what when where which who whos why will with would you your ' +
    'brother dad daughter father gran grandad husband mam mother mum nan sister son wife'
  ).split(' '),
);

/** Where every word is a small one, all of them. */
function tellingWords(typed: string): string[] {
  const words = typed.split(' ').map((word) => word.replace(/[?!.,;:]+$/, ''));
  const some = words.filter((word) => word !== '' && !isSmall(word));
  return [...new Set(some.length > 0 ? some : words)];
}

/** IT and A&E are no small words. */
function isSmall(word: string): boolean {
  if (word.length > 1 && word === word.toUpperCase()) return false;
  return smallWords.has(plain(word));
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[’'‘]/g, '');
}

async function pagesWith(engine: Engine, word: string): Promise<Set<string>> {
  const { results } = await engine.search(`"${word}"`, {});
  return new Set(results.map(({ id }) => id));
}

/**
 * Whether a longer word starts with this one, which may be half typed. To a word that it does not
 * know, the engine gives what it has for a shorter one; then letters at the end change nothing.
 */
async function startsAnother(engine: Engine, word: string): Promise<boolean> {
  const longer = `${word}zz`;
  await engine.preload(longer, {});
  const [these, others] = await Promise.all(
    [word, longer].map(async (each) => {
      const { results } = await engine.search(each, {});
      return new Set(results.map(({ id }) => id));
    }),
  );
  return these!.size !== others!.size || [...these!].some((id) => !others!.has(id));
}

/**
 * A word of five letters or more that is at most two slips away, or one where it is short. Of words
 * as near, the one that starts longest as this one does: slips come late in a word.
 */
function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const word = plain(typed);
  if (word.length < 5) return undefined;
  const most = word.length < 7 ? 1 : 2;
  const near = known
    .filter((each) => each[0] === word[0])
    .map((each) => ({ each, apart: distance(plain(each), word) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart || sameStart(b.each, word) - sameStart(a.each, word));
  return near[0]?.each;
}

function sameStart(one: string, other: string): number {
  const end = [...one].findIndex((letter, place) => letter !== other[place]);
  return end < 0 ? one.length : end;
}
