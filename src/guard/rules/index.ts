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
 * Everything that must stay once it is published. A status and a date that holds now need no rule:
 * they are nowhere but in reports, and the schema lets no report be without its date, nor one that
 * moves a date without its reason.
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
