import { expect, test } from 'vitest';
import { repository } from '../../tests/fixtures/repository.ts';

const action = 'plans/new/actions/1.1.1.yaml';

test.each([
  ['breaks, money', 'Write each on a separate line:\n  - breaks\n  - money'],
  ['breaks and money', 'Write each on a separate line:\n  - breaks\n  - money'],
  ['Respite; Money and benefits', 'Write each on a separate line:\n  - breaks\n  - money'],
  ['Money and benefits', 'Did you mean “money”?'],
  ['cash', 'Did you mean “money”?'],
  ['breaks, respite', 'Did you mean “breaks”?'],
  ['breaks, gardening', 'Use one of: breaks, money.'],
])('what to write for the topic “%s” is said exactly', (typed, advice) => {
  const { edit, write, change } = repository();
  write(
    'topics/money.yaml',
    'title: Money and benefits\ncovers: Help with costs.\nother_words:\n  - cash\n',
  );
  edit(action, '  - breaks', `  - ${typed}`);
  expect(change().checked.problems.map((problem) => problem.advice)).toEqual([advice]);
});
