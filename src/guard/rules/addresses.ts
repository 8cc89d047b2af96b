import { identifier } from '../../domain/reference.ts';
import { listed } from '../../domain/words.ts';
import { startOfFile, type Problem } from '../../records/problem.ts';
import type { Records, Sourced } from '../../records/records.ts';
import type { Rule } from '../../records/rule.ts';
import { outcomesOf } from '../../records/rules/plans.ts';
import { same, type Comparison } from '../compare.ts';
import { asReport } from './breach.ts';

export const actionKept: Rule<Comparison> = {
  name: 'action-kept',
  about: 'A promise that was once published keeps its record, its page and its number.',
  *find({ pairs, after }) {
    for (const { before, after: now, spoken, id } of pairs) {
      if (before === undefined || now !== undefined) continue;
      const renamed = after.action.find(
        (candidate) =>
          candidate.value.promise !== undefined &&
          same(candidate.value.promise, before.value.promise) &&
          !pairs.some((pair) => pair.id === candidate.id && pair.before !== undefined),
      );
      const mentions = mentionsOf(before, after);
      const naming = new Set(mentions.map(({ file }) => file));
      const still =
        naming.size === 0
          ? ''
          : ` ${naming.size === 1 ? 'This report still names' : 'These reports still name'} it: ${listed([...naming])}.`;
      yield {
        file: before.file,
        ...startOfFile,
        // Another action with a number that is near was not meant.
        brings: [...mentions, ...unservedBy(before, after)],
        message:
          renamed === undefined
            ? `The record of ${spoken} was removed.${still}`
            : `The record of ${spoken} was renamed: it is now ${renamed.file}.`,
        why: 'Its number and address are in emails and papers, and must always mean the same promise.',
        advice:
          renamed === undefined
            ? `Put the file ${id.split('/')[1]!}.yaml back. To end the promise, report that, ${asReport(id, ['status: withdrawn', 'reason: The fund was closed.'])}`
            : `Give the file its old name again: ${before.file}`,
      };
    }
  },
};

/** Where its outcome is in the plan, if no other action serves it. */
function unservedBy({ plan, value: { outcome } }: Sourced<'action'>, after: Records) {
  const isServed = after.action.some((one) => one.plan === plan && one.value.outcome === outcome);
  if (isServed) return [];
  return after.plan
    .filter(({ id }) => id === plan)
    .flatMap((record) =>
      outcomesOf(record)
        .filter(({ id }) => id === outcome)
        .map(({ path }) => ({ file: record.file, ...record.placeOf(path) })),
    );
}

/** Where reports are about an action that is gone, correct what was said of it, or merge another into it. */
function mentionsOf({ plan, reference, id }: Sourced<'action'>, after: Records) {
  const code = after.plan.find((one) => one.id === plan)?.value.code ?? plan!;
  const places: Pick<Problem, 'file' | 'line' | 'column'>[] = [];
  for (const report of after.report) {
    const { file, value } = report;
    if (report.plan === plan) {
      if (reference! in (value.actions ?? {})) {
        places.push({ file, ...report.placeOfKey(['actions', reference!]) });
      }
      for (const [index, correction] of (value.corrections ?? []).entries()) {
        if (correction?.action !== reference) continue;
        places.push({ file, ...report.placeOf(['corrections', index, 'action']) });
      }
    }
    for (const [other, statement] of Object.entries(value.actions ?? {})) {
      if (statement?.merged_into !== identifier(code, reference!)) continue;
      if (`${report.plan!}/${other}` === id) continue;
      places.push({ file, ...report.placeOf(['actions', other, 'merged_into']) });
    }
  }
  return places;
}

export const planCodeKept: Rule<Comparison> = {
  name: 'plan-code-kept',
  about: 'A plan keeps its code, because the address of each of its actions starts with it.',
  *find({ before, after }) {
    for (const plan of before.plan) {
      const { code } = plan.value;
      const now = after.plan.find(({ id }) => id === plan.id);
      if (code === undefined || now?.sound === false || now?.value.code === code) continue;
      yield {
        file: plan.file,
        ...(now?.placeOf(['code']) ?? startOfFile),
        // Another plan may have the new one.
        brings: after.plan
          .filter((one) => now !== undefined && one.value.code === now.value.code)
          .map((one) => ({ file: one.file, ...one.placeOf(['code']) })),
        message:
          now === undefined
            ? `The plan “${plan.id}” was removed.`
            : `The code of the plan “${plan.id}” was changed from “${code}”.`,
        why: 'The code starts the address of every action of the plan, and links to them must not break.',
        advice:
          now === undefined
            ? `Put the folder data/plans/${plan.id} back. A plan that ended stays on record.`
            : `Put it back:  code: ${code}`,
      };
    }
  },
};
