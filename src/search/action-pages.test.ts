import { expect, test } from 'vitest';
import { actionOn, actionPagesOf } from './action-pages.ts';

test.each([
  { actions: [0, 1, 2, undefined, undefined], rows: 1 },
  { actions: [undefined, 2, 3, undefined, 4, 1, 0], rows: 4 },
  { actions: [], rows: 0 },
])('of $actions each page leads to its action', ({ actions, rows }) => {
  const pages = actionPagesOf(actions);
  expect(pages).toHaveLength(rows);
  for (const [page, action] of actions.entries()) expect(actionOn(page, pages)).toBe(action);
  expect(actionOn(actions.length, pages)).toBeUndefined();
});
