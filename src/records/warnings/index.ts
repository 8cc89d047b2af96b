import { measureGiven, reportedWithinYear } from './action-gaps.ts';
import { noPicturesInText } from './no-pictures-in-text.ts';
import { noTagsInText } from './no-tags-in-text.ts';
import { plainWords } from './plain-words.ts';
import { titleShort } from './title-short.ts';
import type { WarningRule } from './warning-rule.ts';

/** Every rule about what is allowed and could be better. */
export const warningRules: readonly WarningRule[] = [
  titleShort,
  measureGiven,
  reportedWithinYear,
  plainWords,
  noPicturesInText,
  noTagsInText,
];
