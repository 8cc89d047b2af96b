import type { Records } from '../records.ts';
import type { Rule } from '../rule.ts';
import type { Judged } from './gaps.ts';
import { areasAlike, areasWithin } from './areas.ts';
import { continuedActionExists, plansInLine } from './continued.ts';
import { leadOnce, organisationExists } from './leads.ts';
import { identifierUnique, nameUnique, topicExists } from './names.ts';
import { outcomeExists, outcomeHasAction, planExists, planHasActions } from './plans.ts';
import { bulletsAsList, contactsKept, linksMade, tableAsList } from './prose.ts';
import { pageActionExists } from './site.ts';
import { abbreviationExplained, addressAsMeant } from './texts.ts';
import {
  correctionAfterReport,
  correctionNotAhead,
  mergedIntoExists,
  mergersEnd,
  milestoneExists,
  reportAfterPlanBegan,
  reportedActionExists,
  reportNamedByDate,
  reportNotAhead,
  reportsAgree,
} from './reports.ts';

/** Every rule that looks at several records and whose breach is an error: nothing is published. */
export const errorRules: readonly Rule<Records>[] = [
  organisationExists,
  leadOnce,
  outcomeExists,
  topicExists,
  planExists,
  plansInLine,
  areasAlike,
  areasWithin,
  planHasActions,
  outcomeHasAction,
  identifierUnique,
  nameUnique,
  reportNamedByDate,
  reportedActionExists,
  reportAfterPlanBegan,
  correctionAfterReport,
  reportsAgree,
  mergedIntoExists,
  mergersEnd,
  milestoneExists,
  continuedActionExists,
  abbreviationExplained,
  addressAsMeant,
  linksMade,
  tableAsList,
  bulletsAsList,
  contactsKept,
  pageActionExists,
];

/** Rules whose breach is an error on the day of the check. */
export const datedErrorRules: readonly Rule<Judged>[] = [reportNotAhead, correctionNotAhead];
