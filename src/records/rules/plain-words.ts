import { readability } from '../readability.ts';
import type { Records } from '../records.ts';
import { atWords, type Rule } from '../rule.ts';
import { ownTexts } from '../texts.ts';

/** Under this many words a reading age says more about one word than about the text. */
const fewestWords = 9;
/** A text above this reading age is hard for most adults. */
const highestAge = 16;
/** GOV.UK: “Do not use long sentences. Check sentences with more than 25 words.” */
const longestSentence = 25;

export const plainWords: Rule<Records> = {
  name: 'plain-words',
  about: `The site’s own texts can be read at the age of ${highestAge}, in sentences of at most ${longestSentence} words. The plans’ words are quoted as they are.`,
  *find(records) {
    for (const { record, path, text } of ownTexts(records)) {
      const measured = readability(text);
      if (measured === undefined || measured.words < fewestWords) continue;
      const { readingAge, longestSentence: longest } = measured;
      if (readingAge <= highestAge && longest.words <= longestSentence) continue;
      const start = longest.text.split(' ').slice(0, 6).join(' ');
      yield atWords(record, path, longest.text, {
        message: `This is hard to read: the reading age is ${readingAge}, and the longest sentence has ${longest.words} words.`,
        why: `Aim for a reading age of ${highestAge} or less and at most ${longestSentence} words in a sentence.`,
        advice: `Use shorter words, or make two sentences of the one that starts with “${start} …”.`,
      });
    }
  },
};
