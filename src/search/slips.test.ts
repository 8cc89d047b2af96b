import { expect, test } from 'vitest';
import { meantBy, wordsToMean } from './slips.ts';
import type { Vocabulary } from './vocabulary.ts';

const known = [
  'assessment',
  'benefits',
  'building',
  'carers',
  'continue',
  'dementia',
  'equipment',
  'having',
  'hearing',
  'hospital',
  'lonely',
  'respite',
  'young',
];

test.each([
  ['lonley', 'lonely'],
  ['dementure', 'dementia'],
  ['hnospital', 'hospital'],
  ['respte', 'respite'],
  ['resbite', 'respite'],
  ['hospitle', 'hospital'],
  ['asessment', 'assessment'],
  ['benifits', 'benefits'],
  ['equiptment', 'equipment'],
  ['demensia', 'dementia'],
  ['yung', 'young'],
  ['hopital', 'hospital'],
  ['deentia', 'dementia'],
  ['euipment', 'equipment'],
  ['benegits', 'benefits'],
  ['denentia', 'dementia'],
  ['equipmemt', 'equipment'],
  ['fementia', 'dementia'],
  ['jospital', 'hospital'],
  ['ohspital', 'hospital'],
])('“%s” was meant for “%s”', (typed, meant) => expect(meantBy(typed, known)).toBe(meant));

test('a letter typed twice is nearer than another letter', () => {
  expect(meantBy('carrer', ['career', 'carer'])).toBe('carer');
  expect(meantBy('carreer', ['career', 'carer'])).toBe('career');
});

test.each([
  ['depresed', 'depression'],
  ['depresing', 'depression'],
  ['vacinated', 'vaccination'],
  ['vaccinnated', 'vaccination'],
])('“%s” is a slip of another form of “%s”', (typed, meant) => {
  expect(meantBy(typed, ['depression', 'deprivation', 'vaccination', 'vacation'])).toBe(meant);
});

test('where subjects have several of a thing, one of it can be meant', () => {
  const vocabulary = { subjects: [{ kind: 'topic', phrases: ['young carers'] }] };
  const meant = wordsToMean(vocabulary as unknown as Vocabulary, ['breaks']);
  expect(meant).toEqual(expect.arrayContaining(['break', 'breaks', 'carer', 'carers', 'young']));
});

test('months can be meant, by which promises are due', () => {
  const meant = wordsToMean({ subjects: [] } as unknown as Vocabulary, []);
  expect(meantBy('decemeber', meant)).toBe('december');
  expect(meantBy('setpember', meant)).toBe('september');
});

test.each([
  'heating',
  'hesitant',
  'sementic',
  'bullying',
  'continence',
  'cares',
  'pip',
  'xylophone',
  'healing',
  'lung',
  'gong',
])('“%s” is not taken for another word', (typed) =>
  expect(
    meantBy(
      typed,
      known.filter((word) => word !== 'carers'),
    ),
  ).toBeUndefined(),
);
