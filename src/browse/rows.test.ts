import { expect, test } from 'vitest';
import { readBrowseState } from './browse-state.ts';
import { rowsFor, type RegisterRow } from './rows.ts';

const row = (
  text: string,
  plan: string,
  status: string,
  due: string,
  place: number,
): RegisterRow => ({
  place,
  values: (filter) =>
    ({
      area: [plan === 'nat' ? 'england' : 'doncaster'],
      subject: [],
      plan: [plan],
      theme: [],
      lead: [],
      due: [due.slice(0, 4)],
      status: [status],
      overdue: [],
      disputed: place === 1 ? ['yes'] : [],
    })[filter],
  key: (column) => ({ reference: place, title: text, status, due, lead: '' })[column],
});
const rows = [
  row('Hospital staff notice carers', 'don', 'in-progress', '2022-09-30', 0),
  row('A break from caring', 'don', 'complete', '2023-03-31', 1),
  row('Hospital discharge', 'nat', 'complete', '9999', 2),
];
const found = (search: string) =>
  rowsFor(rows, readBrowseState(search)).map(({ place }) => 'abc'[place]);

test.each([
  ['', ['a', 'b', 'c']],
  ['?plan=don&status=complete', ['b']],
  ['?plan=don&plan=nat', ['a', 'b', 'c']],
  ['?area=doncaster', ['a', 'b']],
  ['?area=doncaster&area=england&status=complete', ['b', 'c']],
  ['?due=2022', ['a']],
  ['?disputed=yes', ['b']],
  ['?plan=nowhere', []],
  ['?sort=title', ['b', 'c', 'a']],
  ['?sort=-due', ['c', 'b', 'a']],
  ['?sort=status', ['b', 'c', 'a']],
])('%s shows %s', (search, ids) => {
  expect(found(search)).toEqual(ids);
});

test('words show the rows that the search found for them, in the order of the table', () => {
  const state = readBrowseState('?q=hospital&plan=nat');
  expect(rowsFor(rows, state, new Set([2, 0])).map(({ place }) => place)).toEqual([2]);
});
