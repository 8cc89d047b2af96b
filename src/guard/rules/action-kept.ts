import { startOfFile, type Problem } from '../../records/problem.ts';
import { same } from '../compare.ts';
import type { GuardRule } from './guard-rule.ts';

/** A promise that was once published keeps its record, its page and its number. */
export const actionKept: GuardRule = function* ({ pairs, after }) {
  for (const { before, after: now, spoken, id } of pairs) {
    if (before === undefined || now !== undefined) continue;
    const renamed = after.action.find(
      (candidate) =>
        candidate.value.promise !== undefined &&
        same(candidate.value.promise, before.value.promise) &&
        !pairs.some((pair) => pair.id === candidate.id && pair.before !== undefined),
    );
    const problem: Problem = {
      rule: 'action-kept',
      severity: 'error',
      file: before.file,
      ...startOfFile,
      message:
        renamed === undefined
          ? `The record of ${spoken} was removed.`
          : `The record of ${spoken} was renamed: it is now ${renamed.file}.`,
      why: 'Its number and address are in emails and papers, and must go on meaning the same promise.',
      advice:
        renamed === undefined
          ? `Put the file ${id.split('/')[1]!}.yaml back. To end the promise, add an update:\n  - reported: June 2023\n    status: withdrawn\n    reason: The fund was closed.`
          : `Give the file its old name again: ${before.file}`,
    };
    yield problem;
  }
};
