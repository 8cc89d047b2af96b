import type { Action, Register } from '../register/register.ts';
import { subjectsOf, type NamedSubject } from './subjects.ts';
import { realWords } from './real-words.ts';
import { canBeMeant, wordsToMean, type SlipWords } from './slips.ts';
import { ownCommonWords, siteWordsOf, type SiteWords } from './site-words.ts';
import { stemOf, wordsOf } from './words.ts';

/** What the search knows of the site before it asks the index. */
export interface Vocabulary extends SiteWords {
  /** The codes of the plans there are. */
  codes: string[];
  /** Without their addresses and titles, which the index has: a phone fetches this first. */
  subjects: NamedSubject[];
}

const leastActions = 6;
const mostWords = 1500;

/** What the search knows of a register before it asks the index. */
export function vocabularyOf(register: Register): Vocabulary {
  return {
    codes: register.plans.map(({ code }) => code),
    ...siteWordsOf(register),
    subjects: subjectsOf(register).map(({ url: _url, title: _title, ...named }) => named),
  };
}

/** By what slips are known. It is apart from the vocabulary because few queries need it. */
export function slipWordsOf(register: Register): SlipWords {
  const vocabulary = vocabularyOf(register);
  const often = oftenUsed(register, new Set(wordsToMean(vocabulary, [])));
  // A word that records use is known, whatever it looks like.
  const used = new Set(register.actions.flatMap(wordsUsed).map(stemOf));
  const real = realWords(wordsToMean(vocabulary, often), ownCommonWords(vocabulary));
  return { often, real: real.filter((word) => !used.has(stemOf(word))) };
}

/** The words that enough records use and no subject, by the alphabet. */
function oftenUsed(register: Register, known: ReadonlySet<string>): string[] {
  const used = new Map<string, number>();
  for (const action of register.actions) {
    for (const word of new Set(wordsUsed(action))) {
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

function wordsUsed({ title, promise, outcome }: Action): string[] {
  return wordsOf(`${title} ${promise} ${outcome.title}`);
}
