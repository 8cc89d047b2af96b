import { expect, test } from 'vitest';
import { gapRules, withGap, type GapFacts } from './gaps.ts';

const whole: GapFacts = {
  status: 'in progress',
  leads: [{ role: 'lead' }],
  due: {},
  measures: ['Carers say so.'],
  updates: [{ reported: { latest: '2022-03-31' } }],
  asOf: { latest: '2022-03-31' },
};

function gaps(changed: Partial<GapFacts>, today = '2022-06-01'): string[] {
  const action = { ...whole, ...changed };
  return gapRules.filter((rule) => withGap(rule, [action], today).length > 0).map(({ id }) => id);
}

test('an action with everything has no gaps', () => {
  expect(gaps({})).toEqual([]);
});

test('a partner is not a lead', () => {
  expect(gaps({ leads: [{ role: 'partner' }] })).toEqual(['no-lead']);
  expect(gaps({ leads: [] })).toEqual(['no-lead']);
});

test('a missing date or measure is a gap', () => {
  expect(gaps({ due: undefined })).toEqual(['no-date']);
  expect(gaps({ measures: [] })).toEqual(['no-measure']);
});

test('more than a year without a report is a gap', () => {
  expect(gaps({}, '2023-03-31')).toEqual([]);
  expect(gaps({}, '2023-04-01')).toEqual(['no-update']);
  expect(gaps({ updates: [] }, '2023-04-01')).toEqual(['no-update']);
});

test('a complete action needs no more updates', () => {
  expect(gaps({ status: 'complete' }, '2030-01-01')).toEqual([]);
});

test('what was withdrawn or merged has no gaps', () => {
  expect(gaps({ status: 'withdrawn', leads: [], measures: [] }, '2030-01-01')).toEqual([]);
  expect(gaps({ status: 'merged', due: undefined }, '2030-01-01')).toEqual([]);
});
