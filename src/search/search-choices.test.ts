import { expect, test } from 'vitest';
import { checkRecords } from '../records/load-records.ts';
import { linkRegister } from '../register/link.ts';
import { regionOfPlans } from '../tests/fixtures/region-of-plans.ts';
import { soundRegister } from '../tests/registers.ts';
import { searchChoices } from './search-choices.ts';

function region() {
  const files = [...regionOfPlans()].map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { records, problems } = checkRecords(files, 'data', '2026-11-22');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return linkRegister(records!, '2026-11-22');
}

test('where all plans are for one area, and none names a subject, neither is asked', () => {
  const { area, subject, plan } = searchChoices(soundRegister());
  expect([area, subject]).toEqual([[], []]);
  expect(plan.map(({ value, group }) => [value, group])).toEqual([
    ['new', undefined],
    ['old', undefined],
  ]);
});

test('of many plans, each is under its area, and areas are in the order of the alphabet', () => {
  const register = region();
  const { area, subject, plan } = searchChoices(register);
  expect(area.map(({ value }) => value).slice(0, 3)).toEqual([
    'aldermoor',
    'brackenthwaite',
    'castle-hatherleigh-and-the-vale',
  ]);
  expect(area.reduce((sum, { count }) => sum + count, 0)).toBe(register.actions.length);
  expect(subject.map(({ label }) => label)).toEqual([
    'Carers',
    'Climate',
    'Homelessness',
    'Special educational needs',
  ]);
  expect(plan).toHaveLength(register.plans.length);
  const groups = [...new Set(plan.map(({ group }) => group))];
  expect(groups).toEqual(area.map(({ label }) => label));
});
