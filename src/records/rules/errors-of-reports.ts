import type { Records } from '../records.ts';
import type { Rule } from '../rule.ts';
import type { Judged } from './gaps.ts';
import { leadOnce, organisationExists } from './leads.ts';
import { identifierUnique, nameUnique, topicExists } from './names.ts';
import { bulletsAsList, contactsKept, linksMade, tableAsList } from './prose.ts';
import { abbreviationExplained, addressAsMeant } from './texts.ts';
import {
  mergedIntoExists,
  mergersEnd,
  milestoneExists,
  reportedActionExists,
} from './named-in-reports.ts';
import {
  completedWhenReported,
  correctionAfterReport,
  correctionNotAhead,
  reportAfterPlanBegan,
  reportNamedByDate,
  reportNotAhead,
  reportsAgree,
} from './reports.ts';

/**
 * The rules that a report can break, and those that come in one file with them. The form asks them in
 * the browser, where each further rule is more for a phone to fetch.
 */
export const reportErrorRules: readonly Rule<Records>[] = [
  organisationExists,
  leadOnce,
  topicExists,
  identifierUnique,
  nameUnique,
  reportNamedByDate,
  reportedActionExists,
  reportAfterPlanBegan,
  completedWhenReported,
  correctionAfterReport,
  reportsAgree,
  mergedIntoExists,
  mergersEnd,
  milestoneExists,
  abbreviationExplained,
  addressAsMeant,
  linksMade,
  tableAsList,
  bulletsAsList,
  contactsKept,
];

/** Those of them that depend on the day of the check. */
export const datedReportErrorRules: readonly Rule<Judged>[] = [reportNotAhead, correctionNotAhead];
