import type { Records } from '../records.ts';
import type { Rule } from '../rule.ts';
import { measureGiven, reportedWithinYear, type Judged } from './gaps.ts';
import { areasApart } from './areas.ts';
import { addressOfKnownLetters } from './addresses.ts';
import { plainWords } from './plain-words.ts';
import { wordOfItsOwn } from './names.ts';
import { dueAfterPlanBegan } from './plans.ts';
import { reportReadable } from './prose.ts';
import { reportedOnce, reportsGoForward } from './reports.ts';
import { statementReviewed } from './site.ts';
import { statusAgrees } from './status-agrees.ts';
import {
  lettersWhole,
  noMarksInText,
  noPicturesInText,
  noTagsInText,
  textSaysSomething,
  titleShort,
} from './texts.ts';

/** Every rule about what is allowed and could be better. */
export const warningRules: readonly Rule<Judged>[] = [
  ...[titleShort, plainWords, noPicturesInText, noTagsInText].map(whenever),
  ...[textSaysSomething, noMarksInText, lettersWhole, wordOfItsOwn].map(whenever),
  ...[reportReadable, addressOfKnownLetters, areasApart].map(whenever),
  ...[reportsGoForward, reportedOnce, statusAgrees, dueAfterPlanBegan].map(whenever),
  measureGiven,
  reportedWithinYear,
  statementReviewed,
];

/** A rule that holds on any day. */
function whenever({ name, about, find }: Rule<Records>): Rule<Judged> {
  return { name, about, find: ({ records }) => find(records) };
}
