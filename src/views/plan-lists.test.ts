import { expect, test } from 'vitest';
import { checkedDate } from '../domain/due-date.ts';
import type { Plan } from '../register/register.ts';
import { linesOf, plansByArea, plansBySubject, plansInWords, yearsOf } from './plan-lists.ts';

function plan(id: string, area: string, subject?: string): Plan {
  return { id, area, subject, successors: [] as Plan[] } as unknown as Plan;
}

/** Each follows the one before it. */
function inLine(...plans: Plan[]): Plan[] {
  for (const [index, later] of plans.entries()) {
    const earlier = plans[index - 1];
    if (earlier === undefined) continue;
    later.predecessor = earlier;
    earlier.successors.push(later);
  }
  return plans;
}

const named = (groups: ReturnType<typeof plansByArea>) =>
  groups.map(({ id, name, plans }) => [id, name, plans.map((one) => one.id)]);

test('areas are in the order of the alphabet, and a plan without one comes last', () => {
  const plans = [plan('a', 'York'), plan('b', 'Not stated'), plan('c', 'Ashby'), plan('d', 'York')];
  expect(named(plansByArea(plans))).toEqual([
    ['area-ashby', 'Ashby', ['c']],
    ['area-york', 'York', ['a', 'd']],
    ['area-not-stated', 'Area not stated', ['b']],
  ]);
});

test('subjects are only what records say', () => {
  expect(plansBySubject([plan('a', 'York'), plan('b', 'York')])).toEqual([]);
  expect(named(plansBySubject([plan('a', 'York'), plan('b', 'York', 'Carers')]))).toEqual([
    ['subject-carers', 'Carers', ['b']],
    ['subject-not-stated', 'Subject not stated', ['a']],
  ]);
});

test('earlier plans are under the one that followed them, as far as they are in the list', () => {
  const [oldest, older, now] = inLine(plan('14', 'York'), plan('19', 'York'), plan('24', 'York'));
  const other = plan('x', 'York');
  const told = (plans: Plan[]) =>
    linesOf(plans).map(({ plan, earlier }) => [plan.id, earlier.map(({ id }) => id)]);
  expect(told([oldest!, other, now!, older!])).toEqual([
    ['x', []],
    ['24', ['19', '14']],
  ]);
  expect(told([oldest!, older!])).toEqual([['19', ['14']]]);
});

test('a plan that was split is under one of the two', () => {
  const [first, adults] = inLine(plan('all', 'York'), plan('adults', 'York'));
  const [, young] = inLine(first!, plan('young', 'York'));
  const all = linesOf([first!, adults!, young!]);
  expect(all.flatMap(({ plan, earlier }) => [plan.id, ...earlier.map(({ id }) => id)])).toEqual([
    'adults',
    'all',
    'young',
  ]);
});

test('how many there are is said in words', () => {
  expect(plansInWords([plan('a', 'York', 'Carers'), plan('b', 'Ashby', 'Climate')])).toBe(
    '2 plans for 2 areas, on 2 subjects.',
  );
  expect(plansInWords([plan('a', 'York'), plan('b', 'York')])).toBe('2 plans.');
});

test.each([
  ['March 2022', 'April 2023', 'March 2022 to April 2023'],
  ['2018/19', '2020/21', 'April 2018 to March 2021'],
  ['January 2026', 'Ongoing', 'January 2026 onwards'],
  ['2026', 'By March 2029', '2026, ending by March 2029'],
])('the time of a plan from %s to %s is said as people say it', (from, to, said) => {
  const period = { from: checkedDate(from), to: checkedDate(to) };
  expect(yearsOf({ period } as Plan)).toBe(said);
});
