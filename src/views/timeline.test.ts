import { expect, test } from 'vitest';
import { checkedDate } from '../domain/due-date.ts';
import type { Action } from '../register/register.ts';
import { timelineOf, type Stretch } from './timeline.ts';

function actionDue(text?: string): Action {
  const due = text === undefined ? undefined : checkedDate(text);
  return { id: text, due } as unknown as Action;
}
const layOut = (...dates: (string | undefined)[]) => timelineOf(dates.map(actionDue));
const stretches = (list: Stretch[]) =>
  list.map(({ title, from, columns }) => [title, from, columns]);

test('months stack over their own column', () => {
  const { columns, stacks, lanes } = layOut('April 2022', 'June 2022', 'Apr 22');
  expect(columns.map(({ label }) => label)).toEqual(['Apr', 'May', 'Jun']);
  expect(stacks.map(({ actions }) => actions.length)).toEqual([2, 1]);
  expect(stretches(stacks)).toEqual([
    ['April 2022', 1, 1],
    ['June 2022', 3, 1],
  ]);
  expect(lanes).toEqual([]);
});

test('longer times lie under the months that they cover', () => {
  const { lanes } = layOut('April 2018', 'Spring 2019', '2018/19');
  expect(stretches(lanes)).toEqual([
    ['April 2018 to March 2019', 1, 12],
    ['Spring 2019', 12, 3],
  ]);
});

test('times that overlap do not share a row', () => {
  const { lanes } = layOut('2018/19', '2019/20', 'Spring 2019');
  expect(lanes.map(({ title, lane }) => [title, lane])).toEqual([
    ['April 2018 to March 2019', 0],
    ['Spring 2019', 1],
    ['April 2019 to March 2020', 0],
  ]);
});

test('what has no end lies under all, and what has no date has no place', () => {
  const { lanes, undated } = layOut('April 2018', 'June 2018', 'Ongoing', undefined);
  expect(stretches(lanes)).toEqual([['Ongoing', 1, 3]]);
  expect(undated).toHaveLength(1);
});

test('a long time is told in quarters, and a longer one in years', () => {
  const { columns, stacks } = layOut('January 2018', 'February 2018', 'December 2021');
  expect(columns).toHaveLength(16);
  expect(stretches(stacks)).toEqual([
    ['January to March 2018', 1, 1],
    ['December 2021', 16, 1],
  ]);
  expect(layOut('January 2018', 'December 2035').columns).toHaveLength(18);
});

test('with no dated promise there are no columns', () => {
  expect(layOut('Ongoing', undefined).columns).toEqual([]);
});
