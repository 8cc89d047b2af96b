import { distance } from 'fastest-levenshtein';
import { monthNames } from '../domain/due-date-span.ts';
import type { Vocabulary } from './vocabulary.ts';
import { stemOf } from './words.ts';

/** What tells a slip from a word, beside the vocabulary. */
export interface SlipWords {
  /** Words that records often use and no subject has. */
  often: string[];
  /** Words that look like slips of others and are none. */
  real: string[];
}

/** A word shorter than this is only one letter away from too many others. */
const leastLetters = 5;
/** The fewest letters of a typed word that may be a slip. One letter may be missing: “yung”. */
const leastTyped = 4;

/** By which promises are due; shorter ones are too like other words. */
const longMonths = monthNames
  .map((month) => month.toLowerCase())
  .filter((month) => month.length > 6);

/** Whether a word is long enough for a slip to be taken for it. */
export function canBeMeant(word: string): boolean {
  return isWord(word, leastLetters);
}

function isWord(text: string, least: number): boolean {
  return text.length >= least && /^\p{L}+$/u.test(text);
}

/**
 * The words that a slip can have been meant for: those of subjects, and those that records often use.
 *
 * @param often those that no subject has
 */
export function wordsToMean({ subjects }: Vocabulary, often: readonly string[]): string[] {
  const ofSubjects = subjects
    .filter(({ kind }) => kind !== 'list')
    .flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.split(' ')));
  const all = [...ofSubjects, ...often, ...longMonths];
  // Where the subjects have “carers”, a reader may mean one.
  const ones = all.filter((word) => /[^s]s$/.test(word)).map((word) => word.slice(0, -1));
  return [...new Set([...all, ...ones])].filter(canBeMeant).sort();
}

/**
 * The word that a slip of the fingers or of spelling was meant for. A word is never taken for one
 * that neither looks nor sounds like it: “heating” is not “hearing”, nor “bullying” “building”.
 *
 * @param known words in small letters, at least five letters each
 */
export function meantBy(typed: string, known: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  if (!isWord(word, leastTyped)) return undefined;
  return known
    .filter((each) => startsAlike(each, word) && Math.abs(each.length - word.length) <= 2)
    .flatMap((each) => {
      const apart = apartness(word, each);
      return apart === undefined ? [] : [{ each, apart }];
    })
    .sort((a, b) => a.apart - b.apart || sameStart(b.each, word) - sameStart(a.each, word))[0]
    ?.each;
}

/** Whether words start alike, or nothing but their first letters is a slip: “fementia”, “ohspital”. */
function startsAlike(one: string, other: string): boolean {
  return (
    one[0] === other[0] ||
    one.slice(1) === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  );
}

/** How far a word is from the one that was meant, or undefined where it cannot have been. */
function apartness(typed: string, meant: string): number | undefined {
  const apart = distance(typed, meant);
  if (typed.length < leastLetters) {
    const leftOut = apart === 1 && typed.length < meant.length;
    return leftOut && sound(typed) === sound(meant) ? apart : undefined;
  }
  // Two letters that changed places, or that were typed twice or once, are one slip.
  if (apart <= 2 && sorted(typed) === sorted(meant)) return 1;
  // One letter typed twice is less of a slip than another letter: “carrer” is “carer”, not “career”.
  const isLonger = typed.length !== meant.length;
  if (apart === 1 && isLonger && undoubled(typed) === undoubled(meant)) return 0.5;
  const most = meant.length < 7 ? 1 : 2;
  if (apart <= most && sound(typed) === sound(meant)) return apart;
  if (isFormDoubledOtherwise(typed, meant)) return apart;
  const start = sameStart(typed, meant);
  const missed = typed.length !== meant.length;
  const isLong = meant.length >= 8;
  if (apart === 1 && missed && (isLong || (meant.length === 7 && start >= 4))) return apart;
  // On a phone a finger hits the key beside the one that was meant: “benegits”.
  const isOther = apart === 1 && !missed;
  if (isOther && isLong && areNeighbours(typed[start]!, meant[start]!)) return 1.5;
  // The start of a long word is right and its end was guessed: “dementure”.
  const alike = Math.abs(typed.length - meant.length) <= 1;
  if (apart <= 3 && alike && start >= 6 && start >= meant.length * 0.7) return apart;
  return undefined;
}

/** A subject keeps only one form of a word, so “depresed” is compared with “depression”. */
function isFormDoubledOtherwise(typed: string, meant: string): boolean {
  // Few words begin alike, and only theirs need a stem.
  if (undoubled(typed).slice(0, 5) !== undoubled(meant).slice(0, 5)) return false;
  const [one, other] = [stemOf(typed), stemOf(meant)];
  return (
    Math.min(one.length, other.length) >= leastLetters &&
    Math.abs(one.length - other.length) === 1 &&
    undoubled(one) === undoubled(other)
  );
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function areNeighbours(one: string, other: string): boolean {
  const row = (letter: string) => keyboard.findIndex((letters) => letters.includes(letter));
  const column = (letter: string) => keyboard[row(letter)]?.indexOf(letter) ?? NaN;
  return Math.abs(row(one) - row(other)) <= 1 && Math.abs(column(one) - column(other)) <= 1;
}

function undoubled(word: string): string {
  return word.replaceAll(/(.)\1+/g, '$1');
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

function sameStart(one: string, other: string): number {
  const end = [...one].findIndex((letter, place) => letter !== other[place]);
  return end < 0 ? one.length : end;
}

/** The consonants as an English ear has them, without those that are doubled or not heard. */
function sound(word: string): string {
  return word
    .replaceAll(/ph/g, 'f')
    .replaceAll(/ck|q/g, 'k')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/(?<=.)t(?=i[ao])/g, 's')
    .replaceAll('c', 'k')
    .replaceAll(/z/g, 's')
    .replaceAll(/[bp]/g, 'p')
    .replaceAll(/[dt]/g, 't')
    .replaceAll(/[vf]/g, 'f')
    .replaceAll(/[gj]/g, 'g')
    .replaceAll(/(?<=.)[aeiouyhw]/g, '')
    .replaceAll(/(.)\1+/g, '$1');
}
