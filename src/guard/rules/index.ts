import { actionKept } from './action-kept.ts';
import { correctionsKept } from './corrections-kept.ts';
import { firstDueKept } from './first-due-kept.ts';
import { firstLeadsKept } from './first-leads-kept.ts';
import { firstMilestonesKept } from './first-milestones-kept.ts';
import type { GuardRule } from './guard-rule.ts';
import { pastUpdatesKept } from './past-updates-kept.ts';
import { planCodeKept } from './plan-code-kept.ts';
import { promiseKept } from './promise-kept.ts';
import { sourceKept } from './source-kept.ts';

/**
 * Everything that must stay once it is published; one file each. A status and a date that holds now
 * need no rule: they stand nowhere but in updates, and the schema lets no update be without its date,
 * nor one that moves a date without its reason.
 */
export const guardRules: readonly GuardRule[] = [
  actionKept,
  planCodeKept,
  promiseKept,
  firstDueKept,
  firstMilestonesKept,
  firstLeadsKept,
  pastUpdatesKept,
  sourceKept,
  correctionsKept,
];
