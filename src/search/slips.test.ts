import { expect, test } from 'vitest';
import { meantBy } from './slips.ts';

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
  ['respte', 'respite'],
  ['resbite', 'respite'],
  ['hospitle', 'hospital'],
  ['asessment', 'assessment'],
  ['benifits', 'benefits'],
  ['equiptment', 'equipment'],
  ['demensia', 'dementia'],
  ['yung', 'young'],
])('“%s” was meant for “%s”', (typed, meant) => expect(meantBy(typed, known)).toBe(meant));

test.each([
  'heating',
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
