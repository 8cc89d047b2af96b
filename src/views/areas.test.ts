import { expect, test } from 'vitest';
import type { Plan } from '../register/register.ts';
import { areasOf } from './areas.ts';

const plan = (id: string, area: string, within?: string) => ({ id, area, within }) as Plan;
const told = (...plans: Plan[]) =>
  areasOf(plans).map(({ choice, url, plans }) => [choice, url, plans.map(({ id }) => id)]);

test('an area has its own plans first, and then those of the areas that it is part of', () => {
  expect(
    told(plan('nat', 'England'), plan('don', 'Doncaster', 'England'), plan('leeds', 'Leeds')),
  ).toEqual([
    ['Doncaster', '/in/doncaster/', ['don', 'nat']],
    ['Leeds', '/in/leeds/', ['leeds']],
    ['Somewhere else in England', '/in/england/', ['nat']],
  ]);
});

test('there is nothing to choose where all plans are for one area', () => {
  expect(told(plan('don', 'Doncaster'), plan('don24', 'Doncaster'))).toEqual([]);
});

test('areas that are said to be within each other do not go round for ever', () => {
  expect(told(plan('a', 'North', 'South'), plan('b', 'South', 'North'))).toHaveLength(2);
});

test('the address of an area has plain letters', () => {
  expect(areasOf([plan('a', 'King’s Lynn'), plan('b', 'Ynys Môn')]).map(({ url }) => url)).toEqual([
    '/in/kings-lynn/',
    '/in/ynys-mon/',
  ]);
});
