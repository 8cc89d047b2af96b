/**
 * Filters and sorts the register where it stands, in a page that is complete without it. The state
 * is in the address; how many rows are shown is announced.
 */
import { filterNames, filtersOf, tidy } from '../search/search-state.ts';
import {
  columnNames,
  readBrowseState,
  writeBrowseState,
  type BrowseState,
  type ColumnName,
} from './browse-state.ts';
import { csvRows } from './csv-rows.ts';
import { rowsFor, type Row } from './rows.ts';

interface TableRow extends Row {
  element: HTMLTableRowElement;
}

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const form = find<HTMLFormElement>('browse');
const table = find<HTMLTableElement>('register');
const count = find('browse-count');
const download = find<HTMLAnchorElement>('browse-table');
const clear = find<HTMLButtonElement>('browse-clear');
const body = table.tBodies[0]!;
const headings = [...table.tHead!.rows[0]!.cells];

const rows = [...body.rows].map((element, place): TableRow => {
  const text = (column: number) => element.cells[column]!.textContent.trim();
  const facts = element.dataset;
  return {
    element,
    id: element.id,
    text: element.textContent,
    filters: filtersOf((name) => (facts[name] ?? '').split(' ')),
    keys: {
      reference: place,
      title: text(1),
      status: text(2),
      due: facts['last'] ?? '',
      lead: text(4),
    },
  };
});
let state = readBrowseState(location.search);
let shown: TableRow[] = rows;

function show(): void {
  shown = rowsFor(rows, state);
  const visible = new Set(shown);
  for (const row of rows) row.element.hidden = !visible.has(row);
  body.append(...shown.map(({ element }) => element));
  for (const [index, heading] of headings.entries()) {
    if (columnNames[index] !== state.sort) heading.removeAttribute('aria-sort');
    else heading.setAttribute('aria-sort', state.backwards ? 'descending' : 'ascending');
  }
  const all = shown.length === rows.length;
  count.textContent = all
    ? `All ${rows.length} actions are shown.`
    : `${shown.length} of ${rows.length} actions are shown.`;
  clear.hidden = all;
  table.hidden = shown.length === 0;
}

function fillForm(): void {
  field('q').value = state.words;
  for (const name of filterNames) field(name).value = state.filters[name][0] ?? '';
  field('sort').value = (state.backwards ? '-' : '') + state.sort;
}

function field(name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

/** Typing changes the address in place; a choice can be taken back with the back button. */
function ask(next: BrowseState, history: 'replaceState' | 'pushState'): void {
  state = next;
  window.history[history](null, '', location.pathname + writeBrowseState(state));
  show();
}

function asked(): BrowseState {
  const sort = field('sort').value;
  return {
    words: tidy(field('q').value),
    filters: filtersOf((name) => [field(name).value]),
    sort: columnNames.find((name) => name === sort.replace(/^-/, '')) ?? state.sort,
    backwards: sort === '' ? state.backwards : sort.startsWith('-'),
  };
}

let typing: ReturnType<typeof setTimeout> | undefined;
form.addEventListener('input', (event) => {
  if ((event.target as HTMLElement).id !== 'browse-words') return;
  clearTimeout(typing);
  typing = setTimeout(() => ask(asked(), 'replaceState'), 150);
});
form.addEventListener('change', (event) => {
  if ((event.target as HTMLElement).id !== 'browse-words') ask(asked(), 'pushState');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(asked(), 'pushState');
});
clear.addEventListener('click', () => {
  ask(readBrowseState(''), 'pushState');
  fillForm();
  field('q').focus();
});
window.addEventListener('popstate', () => {
  state = readBrowseState(location.search);
  fillForm();
  show();
});

for (const [index, heading] of headings.entries()) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = heading.textContent.trim();
  button.addEventListener('click', () => sortBy(columnNames[index]!));
  heading.replaceChildren(button);
}

function sortBy(sort: ColumnName): void {
  ask({ ...state, sort, backwards: state.sort === sort && !state.backwards }, 'pushState');
  fillForm();
}

/** The published table, cut down to what is shown; the link itself leads to the whole of it. */
download.addEventListener('click', (event) => {
  if (shown.length === rows.length) return;
  event.preventDefault();
  void (async () => {
    const answer = await fetch(form.dataset['table']!);
    const part = csvRows(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
      'id',
      shown.map(({ id }) => id),
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([part], { type: 'text/csv' }));
    link.download = 'actions.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  })();
});

// On a wide screen, or where something is chosen already, the choices stand open.
const choices = find<HTMLDetailsElement>('browse-choices');
choices.open = matchMedia('(min-width: 55rem)').matches || writeBrowseState(state) !== '';
choices.hidden = false;
fillForm();
show();
