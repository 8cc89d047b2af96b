import type { Rule } from '../../records/rule.ts';
import type { Comparison } from '../compare.ts';
import { actionKept, planCodeKept } from './addresses.ts';
import { outcomeKept } from './outcomes.ts';
import { correctionsKept, pastUpdatesKept, sourceKept } from './past.ts';
import {
  firstDueKept,
  firstLeadsKept,
  firstMilestonesKept,
  measuresKept,
  promiseKept,
} from './promise.ts';

/**
 * Everything that must stay once it is published. A status and a date that holds now need no rule:
 * they are nowhere but in updates, and the schema lets no update be without its date, nor one that
 * moves a date without its reason.
 */
export const guardRules: readonly Rule<Comparison>[] = [
  actionKept,
  planCodeKept,
  outcomeKept,
  promiseKept,
  firstDueKept,
  firstMilestonesKept,
  firstLeadsKept,
  measuresKept,
  pastUpdatesKept,
  sourceKept,
  correctionsKept,
];
