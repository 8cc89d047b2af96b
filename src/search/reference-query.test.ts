import { describe, expect, test } from 'vitest';
import { nearbyWords, readReference, referenceWord } from './reference-query.ts';

const codes = ['don', 'don24', 'nat'];

describe('a query that is a reference', () => {
  test.each([
    'DON 2.1.2',
    'don-2-1-2',
    'don 2.1.2)',
    '(DON 2.1.2).',
    'don2.1.2',
    'DON 2 1 2',
    ' Don-2.1.2 ',
    '/actions/don-2-1-2/',
    'https://promised-to-carers.example/actions/don-2-1-2/',
  ])('%s', (query) => {
    expect(readReference(query, codes)).toEqual({
      codes: ['don'],
      parts: ['2', '1', '2'],
      spoken: 'DON 2.1.2',
      named: true,
      certain: true,
    });
  });

  test('without a plan it may belong to any', () => {
    const read = readReference('2.1.2', codes);
    expect(read).toMatchObject({ codes, parts: ['2', '1', '2'], spoken: '2.1.2', certain: true });
  });

  test('a lone number may be one, but need not', () => {
    expect(readReference('5', codes)).toMatchObject({ parts: ['5'], certain: false });
    expect(readReference('NAT 5', codes)).toMatchObject({ parts: ['5'], certain: true });
  });

  test('letters in a number', () => {
    expect(readReference('DON A3', codes)).toMatchObject({ parts: ['a3'], spoken: 'DON A3' });
    expect(readReference('1.2a', codes)).toMatchObject({ parts: ['1', '2a'] });
  });

  test('a code that ends in digits is parted from the number by a sign', () => {
    expect(readReference('don24 2.1', codes)).toMatchObject({
      codes: ['don24'],
      parts: ['2', '1'],
    });
    expect(readReference('don24.2', ['don'])).toMatchObject({ codes: ['don'], parts: ['24', '2'] });
  });
});

test.each([
  '',
  'respite',
  'donation',
  'don',
  'donkey 2',
  'September 2022',
  '2018/19',
  'room 12',
  '24.7 care',
  '£4.6',
  '£4.6m',
  '1.5m',
  '3.2bn',
  '?',
])('“%s” is none', (query) => expect(readReference(query, codes)).toBeUndefined());

test('each action has a word of its own', () => {
  expect(referenceWord('don', ['2', '1', '2'])).toBe('refxdonx2x1x2x');
  const words = [['2', '1', '2'], ['21', '2'], ['2', '12'], ['212']].map((parts) =>
    referenceWord('don', parts),
  );
  expect(new Set(words).size).toBe(4);
});

test('the nearest share the longest start', () => {
  expect(nearbyWords(readReference('DON 2.1.9', codes)!)).toEqual([
    'refxdonx2x1x9x',
    'refxdonx2x1x',
    'refxdonx2x',
  ]);
});
