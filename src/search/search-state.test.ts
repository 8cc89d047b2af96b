import { describe, expect, test } from 'vitest';
import { asksForSomething, readState, tidy, wordsToShow, writeState } from './search-state.ts';

describe('the address of a search', () => {
  test.each([
    '',
    '?q=respite',
    '?q=DON+2.1.2',
    '?plan=doncaster&status=in-progress&status=complete&sort=due',
    '?status=complete&disputed=yes',
    '?q=%E2%80%9Cgoing+home%E2%80%9D+%26+after&theme=don-2&lead=dbth&due=2022&sort=reference&shown=30',
  ])('%s is read and written alike', (address) => {
    expect(writeState(readState(address))).toBe(address);
  });

  test('holds all that was asked', () => {
    expect(readState('?q=respite&status=complete&status=merged&sort=due')).toEqual({
      words: 'respite',
      filters: {
        plan: [],
        theme: [],
        lead: [],
        due: [],
        status: ['complete', 'merged'],
        overdue: [],
        area: [],
        subject: [],
        disputed: [],
      },
      sort: 'due',
      shown: 10,
    });
  });

  test('may be as a browser sends the form', () => {
    expect(writeState(readState('?q=a&plan%5B%5D=x&plan%5B%5D=y&theme=&sort=relevance'))).toBe(
      '?q=a&plan=x&plan=y',
    );
  });

  test('passes over what it cannot mean', () => {
    expect(writeState(readState('?q=+a++b+&sort=colour&shown=-3&plan=&plan=x&plan=x&utm=1'))).toBe(
      '?q=a+b&plan=x',
    );
    expect(readState('?shown=1e9').shown).toBe(1000);
    expect(readState('?shown=12.5').shown).toBe(10);
  });
});

test('nothing is looked for until something is asked', () => {
  expect(asksForSomething(readState('?sort=due&q=+'))).toBe(false);
  expect(asksForSomething(readState('?q=a'))).toBe(true);
  expect(asksForSomething(readState('?lead=dbth'))).toBe(true);
});

test('white space is folded', () => expect(tidy('  a \t b\n')).toBe('a b'));

test.each([
  ['"emergency plans"', 'emergency plans'],
  ['“emergency plans”', 'emergency plans'],
  ['emergency plans', 'emergency plans'],
  ['"emergency plans" hospital', '"emergency plans" hospital'],
  ['"one" or "other"', '"one" or "other"'],
])('%s is shown as “%s”', (words, shown) => expect(wordsToShow(words)).toBe(shown));
