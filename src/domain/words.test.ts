import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from './words.ts';

test('a long text is cut at a word', () => {
  expect(shortened('Recognise carers at every conversation', 20)).toBe('Recognise carers at…');
  expect(shortened('Recognise carers', 20)).toBe('Recognise carers');
});

test('a text without a space is cut inside the word', () => {
  expect(shortened('https://www.example.org/a-long-address', 20)).toBe('https://www.example…');
});

test('whatever the text, the result is short enough and well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, most) => {
      const result = shortened(text, most);
      expect(result.length).toBeLessThanOrEqual(most);
      expect(result.isWellFormed()).toBe(true);
    }),
  );
});
