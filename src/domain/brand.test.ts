import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, contrastOf, leastContrast, ownBrand, readableLike, schemes } from './brand.ts';

test.each([
  ['#0c4a5b', '#0c4a5b'],
  ['0C4A5B', '#0c4a5b'],
  [' #abc ', '#aabbcc'],
  ['teal', undefined],
  ['#0c4a5', undefined],
  ['', undefined],
])('“%s” is read as %s', (text, colour) => {
  expect(colourOf(text)).toBe(colour);
});

test.each(schemes)('our own colour can be read in the %s scheme', (scheme) => {
  expect(contrastOf(ownBrand[scheme], scheme)).toBeGreaterThanOrEqual(leastContrast);
  expect(readableLike(ownBrand[scheme], scheme)).toBe(ownBrand[scheme]);
});

test('of any colour there is one like it that can be read', () => {
  const colours = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colours, fc.constantFrom(...schemes), (colour, scheme) => {
      const readable = readableLike(colour, scheme);
      expect(colourOf(readable)).toBe(readable);
      expect(contrastOf(readable, scheme)).toBeGreaterThanOrEqual(leastContrast);
    }),
  );
});
