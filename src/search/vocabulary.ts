import type { Register } from '../register/register.ts';
import { subjectsOf, type NamedSubject } from './subjects.ts';
import { canBeMeant, wordsToMean } from './slips.ts';
import { wordsOf } from './words.ts';

/** What the search knows of the site before it asks the index. */
export interface Vocabulary {
  /** The codes of the plans there are. */
  codes: string[];
  /** Without their addresses and titles, which the index has: a phone fetches this first. */
  subjects: NamedSubject[];
}

const leastActions = 6;
const mostWords = 1500;

export function vocabularyOf(register: Register): Vocabulary {
  return {
    codes: register.plans.map(({ code }) => code),
    subjects: subjectsOf(register).map(({ url: _url, title: _title, ...named }) => named),
  };
}

/**
 * The words that enough records use and no subject, by the alphabet. They are apart from the
 * vocabulary because few queries need them.
 */
export function oftenUsed(register: Register): string[] {
  const known = new Set(wordsToMean(vocabularyOf(register), []));
  const used = new Map<string, number>();
  for (const { title, promise, outcome } of register.actions) {
    for (const word of new Set(wordsOf(`${title} ${promise} ${outcome.title}`))) {
      used.set(word, (used.get(word) ?? 0) + 1);
    }
  }
  const frequent = [...used]
    .filter(([, number]) => number >= leastActions)
    .sort(([a, often], [b, lessOften]) => lessOften - often || (a < b ? -1 : 1))
    .map(([word]) => word);
  return frequent
    .filter((word) => canBeMeant(word) && !known.has(word))
    .slice(0, mostWords)
    .sort();
}
