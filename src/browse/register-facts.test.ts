import { expect, test } from 'vitest';
import { realRegister } from '../tests/registers.ts';
import { searchFacts } from '../search/search-facts.ts';
import { filterNames } from '../search/search-state.ts';
import { columnNames, readBrowseState } from './browse-state.ts';
import { registerParts } from './register-facts.ts';
import { inOrder, rowsFor } from './rows.ts';
import { rowsOfFacts } from './rows-of-facts.ts';

const { actions } = realRegister();
const asFetched = <T>(part: T) => JSON.parse(JSON.stringify(part)) as T;
const { title, status, due, lead } = registerParts;
const rows = rowsOfFacts(asFetched(registerParts.filters(actions)), actions.length, {
  title: asFetched(title(actions)),
  status: asFetched(status(actions)),
  due: asFetched(due(actions)),
  lead: asFetched(lead(actions)),
});

test('the facts say of each action what a filter asks for', () => {
  expect(rows).toHaveLength(actions.length);
  for (const [index, row] of rows.entries()) {
    const said = Object.fromEntries(filterNames.map((name) => [name, row.values(name)]));
    expect(said).toEqual(searchFacts(actions[index]!).filters);
  }
});

test('rows are sorted by the facts as they are by the texts of the table', () => {
  const titles = actions.map(({ title }) => title);
  const sorted = rowsFor(rows, readBrowseState('?sort=title')).map(({ place }) => titles[place]!);
  expect(sorted).toEqual(titles.toSorted((a, b) => inOrder.compare(a, b)));
  for (const column of columnNames) {
    const down = rowsFor(rows, readBrowseState(`?sort=-${column}`));
    expect(down.map((row) => Number(row.key(column)))).toEqual(
      rows.map((row) => Number(row.key(column))).sort((a, b) => b - a),
    );
  }
});
