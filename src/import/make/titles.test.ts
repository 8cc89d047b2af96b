import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortSlugOf } from '../../domain/slug.ts';
import { titleOf, toldApart } from './titles.ts';

test('the first sentence, cut at the end of a word', () => {
  expect(titleOf('Carers are heard. They decide.', 90)).toBe('Carers are heard');
  expect(titleOf('Carers are heard and they decide', 20)).toBe('Carers are heard…');
  expect(toldApart('Carers are heard', '1.2.1', 90)).toBe('Carers are heard (1.2.1)');
  expect(shortSlugOf('Carers’ rights & the NHS, now')).toBe('carers-rights-the-nhs');
});

test.each([
  ['For carers:\n• breaks', 'For carers: breaks'],
  ['For carers:\n• breaks;\n• advice; and\n• a card.', 'For carers: breaks, advice, a card'],
  ['We will:\n- train staff, and pay\n- wait', 'We will: train staff, and pay; wait'],
  ['Train staff\nPut up posters', 'Train staff…'],
  ['• Update web pages\n• Print a guide', 'Update web pages…'],
  ['• Update web pages • Print a guide', 'Update web pages…'],
  ['- Update web pages\n\n- Print a guide', 'Update web pages…'],
  ['1. Train staff\n2. Put up posters', 'Train staff…'],
  ['1.1 Train staff\n1.2 Put up posters', 'Train staff…'],
  ['a) Train staff\nb) Put up posters', 'Train staff…'],
  ['Open a centre for\nCarers in the\ntown', 'Open a centre for Carers in the town'],
  ['Train all staff.\nThen wait.', 'Train all staff…'],
  ['• Train staff', 'Train staff'],
  ['1) Develop a toolkit 2) Train staff', 'Develop a toolkit…'],
  ['Cut waits (2) by half', 'Cut waits (2) by half'],
  ['3. Train staff', '3. Train staff'],
])('lines of a cell are not run together: %j', (text, title) => {
  expect(titleOf(text, 90)).toBe(title);
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
