import { explainIssue } from '../records/explain-issue.ts';
import type { Records } from '../records/records.ts';
import type { Rule } from '../records/rule.ts';
import { leadOnce, organisationExists } from '../records/rules/leads.ts';
import { abbreviationExplained, addressAsMeant } from '../records/rules/texts.ts';
import {
  mergedIntoExists,
  milestoneExists,
  reportAfterPlanBegan,
  updatesInOrder,
} from '../records/rules/reports.ts';
import { updateSchema, type UpdateRecord } from '../schema/action.ts';
import { fieldLabels } from './form-words.ts';
import { recordsAround, type Surroundings } from './records-around.ts';

/** Something that the check would refuse in an update. */
export interface Finding {
  /** Where, from the update: `['reported']`, `['leads', 0]`. */
  path: PropertyKey[];
  message: string;
  why?: string | undefined;
  advice: string;
}

/** The rules of the check by which an update can go wrong. */
const rules: readonly Rule<Records>[] = [
  organisationExists,
  leadOnce,
  updatesInOrder,
  reportAfterPlanBegan,
  mergedIntoExists,
  milestoneExists,
  abbreviationExplained,
  addressAsMeant,
];

/**
 * Everything that the check would say of an update, if it stood below the others of its action.
 *
 * @param reader who is spoken to: someone who fills in boxes, or as the check does, who types lines
 */
export function findingsIn(
  update: UpdateRecord,
  around: Surroundings,
  reader: Reader = 'fills in boxes',
): Finding[] {
  return [...bySchema(update, reader), ...byRules(update, around, reader)];
}

type Reader = 'fills in boxes' | 'types lines';

function bySchema(update: UpdateRecord, reader: Reader): Finding[] {
  const result = updateSchema.safeParse(update, { reportInput: true });
  if (result.success) return [];
  const labels = reader === 'fills in boxes' ? fieldLabels : undefined;
  return result.error.issues
    .flatMap((issue) => explainIssue(issue, updateSchema, 'an update', labels))
    .map(({ path, missing, message, why, advice }) => ({
      path: missing ?? path,
      message,
      why,
      advice,
    }));
}

function byRules(update: UpdateRecord, around: Surroundings, reader: Reader): Finding[] {
  // A problem tells a line and not a path, so the nth path that a rule asks for gets line n.
  const asked: (readonly PropertyKey[])[] = [];
  const records = recordsAround(around, update, (path) => ({
    line: asked.push(path),
    column: 1,
    length: 0,
  }));
  const position = around.action.updates.length;
  return rules
    .filter((rule) => rule !== mergedIntoExists || around.others !== undefined)
    .flatMap(({ find }) => [...find(records)])
    .map(({ line, message, why, advice, inBox = advice }) => ({
      path: asked[line - 1]!,
      message,
      why,
      advice: reader === 'fills in boxes' ? inBox : advice,
    }))
    .filter(({ path }) => path[0] === 'updates' && path[1] === position)
    .map((finding) => ({ ...finding, path: finding.path.slice(2) }));
}
