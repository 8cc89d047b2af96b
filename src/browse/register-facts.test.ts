import { expect, test } from 'vitest';
import { realRegister } from '../tests/registers.ts';
import { searchFacts } from '../search/search-facts.ts';
import { filterNames } from '../search/search-state.ts';
import { columnNames, readBrowseState } from './browse-state.ts';
import { registerFacts } from './register-facts.ts';
import { inOrder, rowsFor } from './rows.ts';
import { rowsOfFacts } from './rows-of-facts.ts';

const { actions } = realRegister();
const rows = rowsOfFacts(JSON.parse(JSON.stringify(registerFacts(actions))));

test('the facts say of each action what a filter asks for', () => {
  expect(rows.map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
  for (const [index, row] of rows.entries()) {
    const said = Object.fromEntries(filterNames.map((name) => [name, row.values(name)]));
    expect(said).toEqual(searchFacts(actions[index]!).filters);
  }
});

test('rows are sorted by the facts as they are by the texts of the table', () => {
  const titles = new Map(actions.map(({ id, title }) => [id, title]));
  const sorted = rowsFor(rows, readBrowseState('?sort=title')).map(({ id }) => titles.get(id)!);
  expect(sorted).toEqual([...titles.values()].sort((a, b) => inOrder.compare(a, b)));
  for (const column of columnNames) {
    const down = rowsFor(rows, readBrowseState(`?sort=-${column}`));
    expect(down.map((row) => Number(row.key(column)))).toEqual(
      rows.map((row) => Number(row.key(column))).sort((a, b) => b - a),
    );
  }
});
