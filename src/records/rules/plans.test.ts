import { expect, test } from 'vitest';
import { repository } from '../../tests/fixtures/repository.ts';

/** What is told where the only action of an outcome names another one. */
function told(outcome: string) {
  const { edit, remove, change } = repository();
  remove('plans/new/actions/2.1.2.yaml');
  edit('plans/new/actions/2.1.1.yaml', 'outcome: "2.1"', `outcome: "${outcome}"`);
  return change()
    .checked.problems.filter(({ rule }) => rule.startsWith('outcome-'))
    .map(({ rule, message, advice }) => [rule, message, advice]);
}

test.each([
  ['2.10', 'The plan “new” has no outcome “2.10”.', 'Did you mean “2.1”?'],
  ['Outcome 2.1', 'The plan “new” has no outcome “Outcome 2.1”.', 'Did you mean “2.1”?'],
  [
    '2',
    '“2” is a theme of the plan, and not an outcome.',
    'Use the outcome of it that the action serves: 2.1.',
  ],
])('an outcome that is not there is told once: %s', (outcome, message, advice) => {
  expect(told(outcome)).toEqual([['outcome-exists', message, advice]]);
});

test('an outcome whose only action serves another one is told', () => {
  expect(told('1.1').map(([rule]) => rule)).toEqual(['outcome-has-action']);
});
