import { ownTexts } from '../own-texts.ts';
import { readability } from '../readability.ts';
import { warningAt, type WarningRule } from './warning-rule.ts';

/** Under this many words a reading age says more about one word than about the text. */
const fewestWords = 9;
/** A text above this reading age is hard for most adults. */
const highestAge = 16;
/** GOV.UK: “Do not use long sentences. Check sentences with more than 25 words.” */
const longestSentence = 25;

/** What the site’s own editors write can be read by most people. The plans’ words are quoted as they are. */
export const plainWords: WarningRule = function* (records) {
  for (const { record, path, text } of ownTexts(records)) {
    const measured = readability(text);
    if (measured === undefined || measured.words < fewestWords) continue;
    const { readingAge, longestSentence: longest } = measured;
    if (readingAge <= highestAge && longest.words <= longestSentence) continue;
    const start = longest.text.split(' ').slice(0, 6).join(' ');
    yield warningAt(
      'plain-words',
      record,
      path,
      {
        message: `This is hard to read: the reading age is ${readingAge}, and the longest sentence has ${longest.words} words.`,
        why: `Aim for a reading age of ${highestAge} or less and at most ${longestSentence} words in a sentence.`,
        advice: `Use shorter words, or make two sentences of the one that starts with “${start} …”.`,
      },
      longest.text,
    );
  }
};
