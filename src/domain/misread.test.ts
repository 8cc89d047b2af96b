import fc from 'fast-check';
import { expect, test } from 'vitest';
import { misreadIn } from './misread.ts';

test.each([
  ['The carersâ€™ centre', 'â€™', '’'],
  ['It costs Â£5', 'Â£', '£'],
  ['cafÃ© breaks', 'Ã©', 'é'],
  ['2018â€“19', 'â€“', '–'],
])('“%s” was misread', (text, found, meant) => {
  expect(misreadIn(text)).toEqual({ found, meant });
});

test.each([
  'carers’ centre – “open”',
  '£5 for café, naïve, Siân, Łódź',
  'É É',
  '½ £1',
  '照顾者',
  '…’',
])('“%s” was not', (text) => expect(misreadIn(text)).toBeUndefined());

test('whatever is not in ASCII, saved as UTF-8 and read as windows-1252, is told', () => {
  const latin = new TextDecoder('windows-1252');
  fc.assert(
    fc.property(fc.stringMatching(/^[£é’“”–…àêŵŷâ]+$/), (text) => {
      const misread = latin.decode(new TextEncoder().encode(text));
      expect(misreadIn(`a ${misread} b`)).toEqual({ found: misread, meant: text });
    }),
  );
});
