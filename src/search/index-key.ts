import { stem } from 'porter2';

/**
 * What the index keeps a word under: its stem, as Pagefind 1.5 makes it. It follows the English rules
 * of Snowball 3, in which a few words keep more of themselves than in the rules that the stemmer has:
 * “emergency” is no form of “emerge”.
 *
 * @param word in small letters
 */
export function indexKey(word: string): string {
  if (/logists?$/.test(word)) return stem(word.replace(/ists?$/, 'y'));
  const [, start, rest] =
    /^(inter|later|organ|(?:emerg|univers)(?!e[ds]?$|ing$))(.+)$/.exec(word) ?? [];
  if (start !== undefined) return keepingStart(start, rest!) ?? stem(word);
  const [, twice] = /^([aeo](.)\2)(?:ed|ings?)$/.exec(word) ?? [];
  if (twice !== undefined) return twice;
  if (/^past(?:e[ds]?|ing)$/.test(word)) return 'paste';
  if (/^[hv]ying$/.test(word)) return `${word[0]}ie`;
  return /^evenings?$/.test(word) ? 'evening' : stem(word);
}

/** The stemmer knows one such start, “gener”, and takes endings off what follows it alone. */
function keepingStart(start: string, rest: string): string | undefined {
  const known = 'gener';
  const stemmed = stem(known + rest);
  return stemmed.startsWith(known) ? start + stemmed.slice(known.length) : undefined;
}
