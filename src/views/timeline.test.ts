import { describe, expect, test } from 'vitest';
import { checkedDate } from '../domain/due-date.ts';
import type { Action } from '../register/register.ts';
import { timelineOf, type Moment, type Stretch } from './timeline.ts';

function actionDue(text?: string): Action {
  const due = text === undefined ? undefined : checkedDate(text);
  return { id: text, due, milestones: [] } as unknown as Action;
}
const layOut = (...dates: (string | undefined)[]) => timelineOf(dates.map(actionDue));
const stretches = (list: Stretch[]) =>
  list.map(({ title, from, columns }) => [title, from, columns]);

test('months stack over their own column', () => {
  const { columns, stacks, lanes } = layOut('April 2022', 'June 2022', 'Apr 22');
  expect(columns.map(({ label }) => label)).toEqual(['Apr', 'May', 'Jun']);
  expect(stacks.map(({ entries }) => entries.length)).toEqual([2, 1]);
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

describe('a line', () => {
  const at = (...days: string[]) => days.map((day): Moment => ({ name: 'today', label: day, day }));
  const lines = (dates: string[], ...days: string[]) => {
    const { columns, moments } = timelineOf(dates.map(actionDue), at(...days));
    return {
      columns: columns.map(({ label, apart }) => (apart ? `… ${label}` : label)),
      at: moments.map(({ column }) => column),
    };
  };

  test('is in its own month, and shortly before or after all dates the time goes on to it', () => {
    expect(lines(['April 2022', 'June 2022'], '2022-05-15')).toEqual({
      columns: ['Apr', 'May', 'Jun'],
      at: [2],
    });
    expect(lines(['April 2022', 'June 2022'], '2022-03-31', '2022-07-01')).toEqual({
      columns: ['Mar', 'Apr', 'May', 'Jun', 'Jul'],
      at: [1, 5],
    });
  });

  test('of another time has a column apart', () => {
    expect(lines(['April 2022', 'June 2022'], '2026-11-22', '2019-01-01')).toEqual({
      columns: ['… Jan', 'Apr', 'May', 'Jun', '… Nov'],
      at: [1, 5],
    });
    const { stacks } = timelineOf(['April 2022'].map(actionDue), at('2019-01-01'));
    expect(stretches(stacks)).toEqual([['April 2022', 2, 1]]);
  });

  test('has no place where no promise has a date', () => {
    expect(lines(['Ongoing'], '2022-05-15')).toEqual({ columns: [], at: [] });
  });
});
