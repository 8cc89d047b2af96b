import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byNearness, inWord, nearest, offer, slipsBetween, toOffer, unasked } from './nearest.ts';

test('counts letters that are wrong, missing or too many, and two that changed places once', () => {
  expect(slipsBetween('march', 'march')).toBe(0);
  expect(slipsBetween('marhc', 'march')).toBe(1);
  expect(slipsBetween('mrach', 'march')).toBe(1);
  expect(slipsBetween('mach', 'march')).toBe(1);
  expect(slipsBetween('narct', 'march')).toBe(2);
});

test('is the same whichever way round, and nothing only for the same text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      expect(slipsBetween(a, b) === 0).toBe(a === b);
    }),
  );
});

test('the nearest choice is offered, whatever its case and marks', () => {
  const choices = ['city-council', 'county-council', 'carers-group'];
  expect(nearest('City Counsil', choices)).toBe('city-council');
  expect(nearest('“county_council”', choices)).toBe('county-council');
  expect(nearest('hospital trust', choices)).toBeUndefined();
  expect(nearest('', choices)).toBeUndefined();
  expect(nearest('city', [])).toBeUndefined();
  expect(offer('carer-group', choices, 'None.')).toBe('Did you mean “carers-group”?');
  expect(offer('zzz', choices, 'None.')).toBe('None.');
});

test('the less is asked, the nearer a name has to be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (length) => {
      expect(unasked(length)).toBeLessThanOrEqual(toOffer(length) + 1);
      expect(inWord(length)).toBeLessThanOrEqual(2);
    }),
  );
  expect(nearest('csg', ['cag'], unasked)).toBeUndefined();
  expect(nearest('csg', ['cag'], toOffer)).toBe('cag');
  expect(nearest('ma', ['may'], inWord)).toBeUndefined();
});

test('of choices as near, the first comes first, and all are given where none is too far', () => {
  expect(byNearness('bat', ['cat', 'hat', 'house']).map(({ choice }) => choice)).toEqual([
    'cat',
    'hat',
    'house',
  ]);
});

test('a text that no name is as long as is near none', () => {
  expect(nearest('a'.repeat(100_000), ['a'.repeat(99_999)])).toBeUndefined();
});
