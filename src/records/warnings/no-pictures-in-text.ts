import { ownTexts } from '../own-texts.ts';
import { warningAt, type WarningRule } from './warning-rule.ts';

const picture = /\p{Extended_Pictographic}/u;

/** Emoji are read out by their names, which interrupts those who listen. */
export const noPicturesInText: WarningRule = function* (records) {
  for (const { record, path, text } of ownTexts(records)) {
    const found = picture.exec(text)?.[0];
    if (found === undefined) continue;
    yield warningAt(
      'no-pictures-in-text',
      record,
      path,
      {
        message: `This text holds a picture (${found}).`,
        why: 'Screen readers read out its name in the middle of the text.',
        advice: 'Say it in words, or take it out.',
      },
      found,
    );
  }
};
