import { expect, test } from 'vitest';
import { excerptOf, withEllipses } from './excerpt.ts';

const matchesAt = (...places: number[]) => places.map((at) => ({ at, counts: 1 }));
const shown = (text: string, ...places: number[]) =>
  withEllipses(excerptOf(text, matchesAt(...places)))
    .map(({ text: piece, match }) => (match ? `[${piece}]` : piece))
    .join('');

test('matches are told from the rest', () => {
  expect(excerptOf('a break from caring.', matchesAt(1, 3))).toEqual([
    { text: 'a ', match: false },
    { text: 'break', match: true },
    { text: ' from ', match: false },
    { text: 'caring.', match: true },
  ]);
});

test('mark-up in the text stays text', () => {
  expect(shown('<b onclick> R&D <mark> &amp;.', 3)).toBe('<b onclick> R&D [<mark>] &amp;.');
});

test('of a text without words nothing is shown', () => expect(shown('')).toBe(''));

test('a long text is cut to the thirty words that have most of what was looked for', () => {
  const text = Array.from({ length: 200 }, (_, place) => `w${place}`).join(' ');
  const pieces = excerptOf(text, matchesAt(3, 120, 125, 130));
  const words = pieces
    .map(({ text: piece }) => piece)
    .join('')
    .split(' ');
  expect(words).toHaveLength(30);
  expect(pieces.filter(({ match }) => match).map(({ text: piece }) => piece)).toEqual([
    'w120',
    'w125',
    'w130',
  ]);
});

test.each([
  ['of a break and', [2], '… of a [break] and …'],
  ['A break is offered.', [1], 'A [break] is offered.'],
])('“%s” is shown as cut where it is', (text, places, expected) => {
  expect(shown(text, ...places)).toBe(expected);
});
