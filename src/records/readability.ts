import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** How hard a text is to read. */
export interface Readability {
  /** The age at which most people can read it: the Flesch-Kincaid grade and five. */
  readingAge: number;
  words: number;
  /** The sentence with the most words, and how many. */
  longestSentence: { text: string; words: number };
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Measures a text of plain sentences or list entries; undefined for one without words. */
export function readability(text: string): Readability | undefined {
  // An entry of a list and a paragraph each end a sentence.
  const counted = text
    .split(/\n\s*\n|\n\s*- /)
    .flatMap(sentencesIn)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .map((sentence) => ({ text: sentence, words: countWords(sentence) }))
    .filter(({ words }) => words > 0);
  const [first] = counted;
  if (first === undefined) return undefined;
  const words = counted.reduce((sum, sentence) => sum + sentence.words, 0);
  const grade = fleschKincaid({ sentence: counted.length, word: words, syllable: syllable(text) });
  return {
    readingAge: Math.max(5, Math.round(grade + 5)),
    words,
    longestSentence: counted.reduce((a, b) => (b.words > a.words ? b : a), first),
  };
}

/** Nothing in it ends a sentence before its end, as in most titles. */
const oneSentence = /^[\p{L}\p{N} ,;:’'"“”()/&–-]*[.?!]?$/u;

function sentencesIn(text: string): string[] {
  // To look for sentences takes a hundred times as long.
  if (oneSentence.test(text)) return [text];
  return [...sentences.segment(text)].map(({ segment }) => segment);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;
}
