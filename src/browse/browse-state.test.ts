import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterNames, tidy } from '../search/search-state.ts';
import {
  columnNames,
  readBrowseState,
  writeBrowseState,
  type BrowseState,
} from './browse-state.ts';

const value = fc.string({ minLength: 1 });
const states: fc.Arbitrary<BrowseState> = fc.record({
  words: fc.string().map(tidy),
  filters: fc.record(
    Object.fromEntries(filterNames.map((name) => [name, fc.uniqueArray(value, { maxLength: 2 })])),
  ) as fc.Arbitrary<BrowseState['filters']>,
  sort: fc.constantFrom(...columnNames),
  backwards: fc.boolean(),
});

test('what an address says is what was written into it', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(readBrowseState(writeBrowseState(state))).toEqual(state);
    }),
  );
});

test('the whole register has a plain address', () => {
  expect(writeBrowseState(readBrowseState(''))).toBe('');
});

test.each(['?sort=price', '?sort=', '?sort=--due', '?plan=&q=%20'])(
  '“%s” shows the whole register',
  (search) => {
    expect(readBrowseState(search)).toEqual(readBrowseState(''));
  },
);
