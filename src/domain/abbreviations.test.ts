import { expect, test } from 'vitest';
import { abbreviationsIn } from './abbreviations.ts';

const found = (text: string) => abbreviationsIn(text).map((abbreviation) => abbreviation.text);

test('words with two capitals or more are abbreviations, plurals and mixed ones too', () => {
  expect(found('DBTH and RDaSH asked the PSWs, MoJ and RCNi.')).toEqual([
    'DBTH',
    'RDaSH',
    'PSWs',
    'MoJ',
    'RCNi',
  ]);
});

test('names and ordinary words are not', () => {
  expect(found('The Carers Trust on YouTube: A plan by McDonald, 2022 Q3.')).toEqual([]);
});

test('each is found where it is, a doubled one twice', () => {
  expect(abbreviationsIn('GP, GP')).toEqual([
    { text: 'GP', index: 0 },
    { text: 'GP', index: 4 },
  ]);
});

test('both parts of a hyphened one are found', () => {
  expect(found('The CP-IS system')).toEqual(['CP', 'IS']);
});
