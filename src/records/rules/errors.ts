import type { Records } from '../records.ts';
import type { Rule } from '../rule.ts';
import { areasAlike, areasWithin } from './areas.ts';
import { continuedActionExists, plansInLine } from './continued.ts';
import { datedReportErrorRules, reportErrorRules } from './errors-of-reports.ts';
import {
  outcomeExists,
  outcomeHasAction,
  periodInOrder,
  planExists,
  planHasActions,
} from './plans.ts';
import type { Judged } from './gaps.ts';
import { partOfAnother } from './leads.ts';
import { pageActionExists, pastDateNotAhead, reviewedAfterPrepared } from './site.ts';

/** Every rule that looks at several records and whose breach is an error: nothing is published. */
export const errorRules: readonly Rule<Records>[] = [
  ...reportErrorRules,
  outcomeExists,
  planExists,
  planHasActions,
  outcomeHasAction,
  periodInOrder,
  plansInLine,
  areasAlike,
  areasWithin,
  continuedActionExists,
  pageActionExists,
  partOfAnother,
  reviewedAfterPrepared,
];

/** Rules whose breach is an error on the day of the check. */
export const datedErrorRules: readonly Rule<Judged>[] = [
  ...datedReportErrorRules,
  pastDateNotAhead,
];
