import { describe, expect, test } from 'vitest';
import { findReference } from './reference-in-words.ts';

const codes = ['don', 'nat', 'y24'];
const found = (query: string) => {
  const answer = findReference(query, codes, new Set(['carers', 'doncaster']));
  return answer && [answer.reference.spoken, answer.rest];
};

describe('a reference', () => {
  test.each([
    ['action 3.2.1', '3.2.1'],
    ['promise 1.13', '1.13'],
    ['row 4.11', '4.11'],
    ['reference number: 2.1.2', '2.1.2'],
    ['NAT/4/5', 'NAT 4.5'],
    ['ref: don/2/1/2', 'DON 2.1.2'],
    ['DON 2,1,2', 'DON 2.1.2'],
    ['2, 1, 2', '2.1.2'],
    ['what happened to DON 2.1.2?', 'DON 2.1.2'],
    ['did they do 2.1.2', '2.1.2'],
    ['y24-3.1 please', 'Y24 3.1'],
  ])('is found in “%s”', (query, spoken) => expect(found(query)).toEqual([spoken, '']));

  test.each([
    ['outcome 2.1', '2.1', ''],
    ['Theme 2', '2', ''],
    ['outcome no. DON 2.1', 'DON 2.1', ''],
    ['what is in theme 2?', '2', ''],
    ['outcome 2.3 emergency plan', '2.3', 'emergency plan'],
  ])('of a theme or an outcome is told apart in “%s”', (query, spoken, rest) => {
    expect(found(query)).toEqual([spoken, rest]);
    expect(findReference(query, codes, new Set())?.ofGroup).toBe(true);
  });

  test('of two numbers may as well be hours, and that is told', () => {
    const unsure = (query: string) => findReference(query, codes, new Set())?.unsure;
    expect(unsure('1.5 hours')).toBe(true);
    expect(unsure('1.5 dementia')).toBe(true);
    expect(unsure('donate 2.1')).toBe(true);
    expect(unsure('action 1.5')).toBe(false);
    expect(unsure('2.1.2 hospital')).toBe(false);
  });

  test.each([
    ['nat 1 10 progress', 'NAT 1.10', 'progress'],
    ['nat1.13 breaks', 'NAT 1.13', 'breaks'],
    ['2.1.2 hospital', '2.1.2', 'hospital'],
  ])('leaves what else is asked in “%s”', (query, spoken, rest) =>
    expect(found(query)).toEqual([spoken, rest]),
  );

  test.each(['2018/19', 'costs of £1.50', 'a rise of 2.5%', 'national 10'])(
    'is not in “%s”',
    (query) => expect(found(query)).toBeUndefined(),
  );
});
