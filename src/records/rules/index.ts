import { abbreviationExplained } from './abbreviation-explained.ts';
import { addressAsMeant } from './address-as-meant.ts';
import { identifierUnique } from './identifier-unique.ts';
import { leadOnce } from './lead-once.ts';
import { mergedIntoExists } from './merged-into-exists.ts';
import { milestoneExists } from './milestone-exists.ts';
import { nameUnique } from './name-unique.ts';
import { organisationExists } from './organisation-exists.ts';
import { outcomeExists } from './outcome-exists.ts';
import { outcomeHasAction } from './outcome-has-action.ts';
import { planExists } from './plan-exists.ts';
import { planHasActions } from './plan-has-actions.ts';
import type { Rule } from './rule.ts';
import { topicExists } from './topic-exists.ts';
import { updateAfterPlanBegan } from './update-after-plan-began.ts';
import { updatesInOrder } from './updates-in-order.ts';

/** Every rule that looks at several records; one file each, named for what it rules. */
export const rules: readonly Rule[] = [
  organisationExists,
  leadOnce,
  outcomeExists,
  topicExists,
  planExists,
  planHasActions,
  outcomeHasAction,
  identifierUnique,
  nameUnique,
  updatesInOrder,
  updateAfterPlanBegan,
  mergedIntoExists,
  milestoneExists,
  abbreviationExplained,
  addressAsMeant,
];
