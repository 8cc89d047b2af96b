/**
 * How near two names are, and which of several is meant by one that was typed. Only the search has rules of
 * its own for what a reader types (`search/slips.ts`).
 */
import { distance } from 'fastest-levenshtein';

/**
 * How many slips may lie between what was typed and what is meant, for the length of what is meant.
 * How many are right depends on what happens with the answer.
 */
export type Allowance = (length: number) => number;

/** For a suggestion that a person can accept or ignore: a third of the letters, but at least one. */
export const toOffer: Allowance = (length) => Math.max(1, Math.floor(length / 3));

/** For an everyday word, where every word has neighbours: none in three letters, two from six. */
export const inWord: Allowance = (length) => (length < 4 ? 0 : length < 6 ? 1 : 2);

/**
 * For a name that is accepted without asking. Short names that differ in one letter, such as CAG and
 * CSG, are two bodies.
 */
export const unasked: Allowance = (length) => (length < 8 ? 0 : Math.floor(length / 10) + 1);

/** No name is longer, and a longer text is near none. */
const longestName = 200;

/**
 * How many letters are wrong, missing or too many; two letters that changed places are one slip of
 * the fingers. Letters count as they are: case and marks are for the caller to even out.
 */
export function slipsBetween(typed: string, meant: string): number {
  if (typed === meant) return 0;
  if (Math.max(typed.length, meant.length) > longestName) return Infinity;
  const apart = distance(typed, meant);
  return apart === 2 && sorted(typed) === sorted(meant) ? 1 : apart;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** A choice, and how many slips away it is from what was typed. */
export interface Near {
  choice: string;
  slips: number;
}

/**
 * The choices by how near they are to what was typed, the nearest first, in their own order where
 * they are as near. Case, quotation marks and what is between words do not count.
 *
 * @param allowed how far away one may be; all choices are given without it
 */
export function byNearness(
  typed: string,
  choices: readonly string[],
  allowed: Allowance = () => Infinity,
): Near[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  return choices
    .map((choice) => ({ choice, name: plain(choice) }))
    .filter(({ name }) => Math.abs(name.length - wanted.length) <= allowed(name.length))
    .map(({ choice, name }) => ({ choice, name, slips: slipsBetween(wanted, name) }))
    .filter(({ name, slips }) => slips <= allowed(name.length))
    .map(({ choice, slips }) => ({ choice, slips }))
    .sort((a, b) => a.slips - b.slips);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[“”"‘’']/g, '')
    .replaceAll(/[\s_.-]+/g, '-');
}

/** The one of `choices` that `typed` most likely stands for, or undefined where none is near enough. */
export function nearest(
  typed: string,
  choices: readonly string[],
  allowed: Allowance = toOffer,
): string | undefined {
  return byNearness(typed, choices, allowed)[0]?.choice;
}

/** “Did you mean …?” and what may be written, for a message about a name that does not exist. */
export function offer(typed: string, choices: readonly string[], otherwise: string): string {
  const match = nearest(typed, choices);
  return match === undefined ? otherwise : didYouMean(typed, match);
}

/**
 * “Did you mean …?”, and why where nobody could see what sets the two apart.
 *
 * @param name what readers call that which was meant, if it does not show it
 */
export function didYouMean(typed: string, meant: string, name?: string): string {
  return looksTheSame(typed, meant)
    ? `Type “${meant}” again on the keyboard: a character in it only looks like the right one.`
    : `Did you mean “${meant}”${name === undefined ? '' : ` (${name})`}?`;
}

/** Whether all that sets two names apart is dashes of another sort, or letters of another alphabet. */
function looksTheSame(typed: string, meant: string): boolean {
  if (typed === meant || typed.length !== meant.length) return false;
  return [...typed].every((character, at) => {
    const wanted = meant[at]!;
    if (character === wanted) return true;
    return wanted === '-'
      ? /\p{Pd}|\u2212/u.test(character)
      : /[\p{Script=Cyrillic}\p{Script=Greek}\u2024\uFF0E]/u.test(character);
  });
}
