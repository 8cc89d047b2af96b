import { expect, test } from 'vitest';
import {
  compareReferences,
  identifier,
  isNumber,
  referencePattern,
  spokenReference,
} from './reference.ts';

test('an identifier has hyphens for dots, and is spoken with the code in capitals', () => {
  expect(identifier('don', '2.1.2')).toBe('don-2-1-2');
  expect(spokenReference('don', '2.1.2')).toBe('DON 2.1.2');
});

test('references sort as people count', () => {
  expect(['1.10', '1.2', '1', '10.1', '1.2.1', 'a2', 'a10'].sort(compareReferences)).toEqual([
    '1',
    '1.2',
    '1.2.1',
    '1.10',
    '10.1',
    'a2',
    'a10',
  ]);
});

test.each(['2.1.2 copy', '2..1', '2.1.', 'A1', '2-1', ''])('“%s” is not a reference', (text) => {
  expect(referencePattern.test(text)).toBe(false);
});

test.each(['2', '2.1', '1.10', 'a3', '3b', '2.1a'])('%s is a number of the plan', (reference) => {
  expect(isNumber(reference)).toBe(true);
});

test.each(['breaks', '24-hour-support', 'young-carers', '24hour', 'a-3'])(
  '%s is a name, not a number',
  (reference) => {
    expect(isNumber(reference)).toBe(false);
  },
);
