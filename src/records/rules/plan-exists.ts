import { offer } from '../../domain/nearest.ts';
import { startOfFile } from '../problem.ts';
import { idsOf, problemAt, type Rule } from './rule.ts';

/** Every folder of actions has a plan, and a plan that another follows is there. */
export const planExists: Rule = function* (records) {
  const known = idsOf(records.plan);
  const orphans = new Map(
    records.action
      .filter((action) => !known.includes(action.plan!))
      .map((action) => [action.plan!, action]),
  );
  for (const [plan, { file }] of orphans) {
    yield {
      rule: 'plan-exists',
      severity: 'error',
      file: file.replace(/actions\/[^/]+$/, 'plan.yaml'),
      ...startOfFile,
      message: `The folder “${plan}” holds actions but no plan.`,
      advice: offer(
        plan,
        known,
        `Write data/plans/${plan}/plan.yaml, or move the actions to the plan that they belong to.`,
      ).replace(
        /^Did you mean “(.*)”\?$/,
        `Did you mean the folder “$1”? If not, write data/plans/${plan}/plan.yaml.`,
      ),
    };
  }
  for (const plan of records.plan) {
    const { succeeds } = plan.value;
    if (succeeds === undefined || known.includes(succeeds)) continue;
    yield problemAt(
      'plan-exists',
      plan,
      ['succeeds'],
      `There is no plan “${succeeds}”.`,
      offer(succeeds, known, `Use the name of a folder in data/plans: ${known.join(', ')}.`),
    );
  }
};
