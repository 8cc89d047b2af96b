import { expect, test } from 'vitest';
import { realRegister } from '../tests/registers.ts';
import { packed, unpacked } from './packed-vocabulary.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

const sent = (vocabulary: Vocabulary) =>
  unpacked(JSON.parse(JSON.stringify(packed(vocabulary))) as ReturnType<typeof packed>);

test('what is unpacked is what was packed', () => {
  const vocabulary = vocabularyOf(realRegister());
  expect(sent(vocabulary)).toEqual(vocabulary);
});

test('a subject may have no names, no other phrases, ages, or an identifier of its own', () => {
  const vocabulary: Vocabulary = {
    codes: [],
    people: ['residents'],
    places: [],
    subjects: [
      {
        id: 'topic:young',
        kind: 'topic',
        phrases: ['young carers'],
        names: 1,
        ages: { from: 0, to: 17 },
      },
      { id: 'list:short-breaks', kind: 'list', phrases: ['short breaks', 'a&e'], names: 0 },
      { id: 'list:none', kind: 'list', phrases: [], names: 0 },
    ],
  };
  expect(sent(vocabulary)).toEqual(vocabulary);
});
