import { expect, test } from 'vitest';
import { realWords } from './real-words.ts';

test('words of English that look like slips of other words are told', () => {
  const real = realWords(['counsellor', 'feelings', 'morning', 'staff'], new Set());
  for (const word of ['councillor', 'fillings', 'mourning', 'stuff']) expect(real).toContain(word);
});

test('words of English that differ in their first letter alone are told, too', () => {
  expect(realWords(['vacation', 'function'], new Set())).not.toContain('location');
  expect(realWords(['seminars', 'rejection'], new Set())).toContain('dejection');
});

test('slips, other forms of the words, and words that look like none are not told', () => {
  const real = realWords(['benefits', 'dementia', 'hospital', 'morning', 'young'], new Set());
  for (const word of ['benifits', 'dementure', 'hospitals', 'mornings', 'yung', 'table']) {
    expect(real).not.toContain(word);
  }
});
