import { expect, test } from 'vitest';
import { knownOf } from './known-of.ts';

test('what is known of an object is looked for once, even where nothing is found', () => {
  const asked: object[] = [];
  const known = knownOf((of: { found?: string }) => {
    asked.push(of);
    return of.found;
  });
  const [some, none] = [{ found: 'a' }, {}];
  expect([some, none, some, none].map(known)).toEqual(['a', undefined, 'a', undefined]);
  expect(asked).toEqual([some, none]);
});
