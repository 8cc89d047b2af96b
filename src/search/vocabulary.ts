import type { Register } from '../register/register.ts';
import { subjectsOf, type NamedSubject } from './subjects.ts';
import { wordsOf } from './words.ts';

/** What the search knows of the site before it asks the index. */
export interface Vocabulary {
  /** The codes of the plans there are. */
  codes: string[];
  /** Without their addresses and titles, which the index has: a phone fetches this first. */
  subjects: NamedSubject[];
}

const leastLetters = 5;
const leastActions = 6;
const mostWords = 1500;

export function vocabularyOf(register: Register): Vocabulary {
  return {
    codes: register.plans.map(({ code }) => code),
    subjects: subjectsOf(register).map(({ url: _url, title: _title, ...named }) => named),
  };
}

/**
 * Words by which slips of the fingers are put right: those of subjects, and those that enough records
 * use. By the alphabet. They are apart from the vocabulary because few queries need them.
 */
export function wellKnownWords(register: Register): string[] {
  const told = subjectsOf(register)
    .filter(({ kind }) => kind !== 'list')
    .flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.split(' ')));
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
  return [...new Set([...told, ...frequent])]
    .filter((word) => word.length >= leastLetters && /^\p{L}+$/u.test(word))
    .slice(0, mostWords)
    .sort();
}
