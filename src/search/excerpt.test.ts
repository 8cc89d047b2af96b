import { expect, test } from 'vitest';
import { readExcerpt, withEllipses } from './excerpt.ts';

test('matches are told from the rest', () => {
  expect(readExcerpt('a <mark>break</mark> from <mark>caring.</mark>')).toEqual([
    { text: 'a ', match: false },
    { text: 'break', match: true },
    { text: ' from ', match: false },
    { text: 'caring.', match: true },
  ]);
});

test('mark-up in the text stays text', () => {
  expect(readExcerpt('&lt;b onclick&gt; R&amp;D <mark>&lt;i&gt;</mark>')).toEqual([
    { text: '<b onclick> R&D ', match: false },
    { text: '<i>', match: true },
  ]);
});

test('an empty excerpt is nothing', () => expect(readExcerpt('')).toEqual([]));

test.each([
  ['of a <mark>break</mark> and', '… of a break and …'],
  ['A <mark>break</mark> is offered.', 'A break is offered.'],
  ['', ''],
])('“%s” is shown as cut where it is', (excerpt, shown) => {
  const texts = withEllipses(readExcerpt(excerpt)).map(({ text }) => text);
  expect(texts.join('')).toBe(shown);
});
