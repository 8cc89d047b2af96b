import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortSlugOf } from '../../domain/slug.ts';
import { titleOf, toldApart } from './titles.ts';

test('the first sentence, cut at the end of a word', () => {
  expect(titleOf('Carers are heard. They decide.', 90)).toBe('Carers are heard');
  expect(titleOf('Carers are heard and they decide', 20)).toBe('Carers are heard…');
  expect(titleOf('For carers:\n• breaks', 90)).toBe('For carers: breaks');
  expect(toldApart('Carers are heard', '1.2.1', 90)).toBe('Carers are heard (1.2.1)');
  expect(shortSlugOf('Carers’ rights & the NHS, now')).toBe('carers-rights-the-nhs');
});

test('never longer than it may be, and never empty where there is a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 90 }), (text, most) => {
      const title = titleOf(text, most);
      expect(title.length).toBeLessThanOrEqual(most);
      if (/[\p{L}\p{N}]/u.test(text)) expect(title).not.toBe('');
    }),
  );
});
