import { startOfFile } from '../../records/problem.ts';
import type { GuardRule } from './guard-rule.ts';

/** A plan’s code starts the identifier of each of its actions, so it stays. */
export const planCodeKept: GuardRule = function* ({ before, after }) {
  for (const plan of before.plan) {
    const { code } = plan.value;
    const now = after.plan.find(({ id }) => id === plan.id);
    if (code === undefined || (now !== undefined && (!now.readable || now.value.code === code)))
      continue;
    yield {
      rule: 'plan-code-kept',
      severity: 'error',
      file: plan.file,
      ...(now?.placeOf(['code']) ?? startOfFile),
      message:
        now === undefined
          ? `The plan “${plan.id}” was removed.`
          : `The code of the plan “${plan.id}” was changed from “${code}”.`,
      why: 'The code starts the address of every action of the plan, and links to them must not die.',
      advice:
        now === undefined
          ? `Put the folder data/plans/${plan.id} back. A plan that ended stays on record.`
          : `Put it back:  code: ${code}`,
    };
  }
};
