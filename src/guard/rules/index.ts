import type { Rule } from '../../records/rule.ts';
import type { Comparison } from '../compare.ts';
import { actionKept, planCodeKept } from './addresses.ts';
import { continuedKept } from './continued.ts';
import { abbreviationKept } from './glossary.ts';
import { organisationKept } from './organisations.ts';
import { outcomeKept } from './outcomes.ts';
import { correctionCorrects, correctionsKept } from './corrections.ts';
import {
  firstDueKept,
  firstLeadsKept,
  firstMilestonesKept,
  measuresKept,
  promiseKept,
} from './promise.ts';
import { reportedKept, reportKept } from './reports.ts';
import { sourceKept } from './source.ts';
import { topicKept } from './topics.ts';

/**
 * Everything that must stay once it is published. The current status and date need no rule, because they
 * are only in reports. The schema makes sure that each report has its date, and that one that moves a
 * date has a reason.
 */
export const guardRules: readonly Rule<Comparison>[] = [
  actionKept,
  planCodeKept,
  outcomeKept,
  organisationKept,
  topicKept,
  abbreviationKept,
  promiseKept,
  firstDueKept,
  firstMilestonesKept,
  firstLeadsKept,
  measuresKept,
  continuedKept,
  reportKept,
  reportedKept,
  sourceKept,
  correctionsKept,
  correctionCorrects,
];
