/**
 * Abbreviations are found by their capitals: `DBTH`, `RDaSH`, `MoJ`, `PSWs`. A name in two parts
 * such as `YouTube` or `McDonald` is not one.
 */
const word = /(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu;
const joinedName = /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u;

/** No abbreviation has more letters; a longer word is something else. */
const longest = 40;

/** One abbreviation in a text: what is there, and at which character it starts. */
export interface Abbreviation {
  text: string;
  index: number;
}

/** Every abbreviation in a text, in order, each time that it is there. */
export function abbreviationsIn(text: string): Abbreviation[] {
  if (isInCapitals(text)) return [];
  return [...text.matchAll(word)]
    .filter(([found]) => found.length <= longest)
    .filter(([found]) => (found.match(/\p{Lu}/gu) ?? []).length >= 2 && !joinedName.test(found))
    .map((match) => ({ text: match[0], index: match.index }));
}

/** A text of several words all in capitals is shouted: no word of it can be told from an abbreviation. */
function isInCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  const words = text.match(word) ?? [];
  return words.length >= 4 || words.some((found) => shouted.has(found));
}

/** Small words that no abbreviation is. */
const shouted = new Set('WE WILL THE AND TO OF FOR ALL OUR WITH THAT BE OR BY ON AT AN'.split(' '));
