/**
 * Filters and sorts the register where it stands, in a page that is complete without it. The state
 * is in the address; how many rows are shown is announced. Where the register has several pages,
 * the others are fetched when a reader first asks for something.
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
import { rowsFor } from './rows.ts';
import { rowsOfPages, tableRows, type TableRow } from './table-rows.ts';

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const form = find<HTMLFormElement>('browse');
const table = find<HTMLTableElement>('register');
const count = find('browse-count');
const download = find<HTMLAnchorElement>('browse-table');
const clear = find<HTMLButtonElement>('browse-clear');
const more = find<HTMLButtonElement>('browse-more');
const pageLinks = document.querySelectorAll<HTMLElement>('#register-pages, #register-range');
const body = table.tBodies[0]!;
const headings = [...table.tHead!.rows[0]!.cells];

const firstRows = tableRows(table, 0);
const otherPages = form.dataset['pages']!.split(' ').filter((address) => address !== '');
const all = Number(form.dataset['all']);
const figures = new Intl.NumberFormat('en-GB');

let state = readBrowseState(location.search);
let fitting: TableRow[] = firstRows;
/** How many of those that fit stand in the table. */
let room = firstRows.length;
let whole: Promise<TableRow[]> | undefined;

function wholeRegister(): Promise<TableRow[]> {
  whole ??= rowsOfPages(otherPages, firstRows.length).then((rows) => [...firstRows, ...rows]);
  return whole;
}

async function show(): Promise<void> {
  const asked = state;
  room = firstRows.length;
  if (writeBrowseState(asked) === '') {
    showRows(firstRows);
    return;
  }
  if (otherPages.length > 0) count.textContent = 'Looking through all actions…';
  try {
    const rows = await wholeRegister();
    if (state === asked) showRows(rowsFor(rows, asked));
  } catch {
    whole = undefined;
    if (state !== asked) return;
    count.textContent =
      'The other pages of the register did not come. Check that you are online, and try again.';
  }
}

function showRows(rows: TableRow[]): void {
  fitting = rows;
  const everything = writeBrowseState(state) === '';
  body.replaceChildren(...fitting.slice(0, room).map(({ element }) => element));
  for (const [index, heading] of headings.entries()) {
    if (columnNames[index] !== state.sort) heading.removeAttribute('aria-sort');
    else heading.setAttribute('aria-sort', state.backwards ? 'descending' : 'ascending');
  }
  for (const links of pageLinks) links.hidden = !everything;
  count.textContent = howMany(everything);
  clear.hidden = everything || isWhole();
  more.hidden = everything || fitting.length <= room;
  table.hidden = fitting.length === 0;
}

/** Whether every action stands in the table, in whatever order. */
function isWhole(): boolean {
  return fitting.length === all && all <= room;
}

function howMany(everything: boolean): string {
  if (isWhole()) return `All ${all} actions are shown.`;
  // The pages of a large register say themselves which they are.
  if (everything) return '';
  const [fits, of] = [figures.format(fitting.length), figures.format(all)];
  if (fitting.length <= room) return `${fits} of ${of} actions are shown.`;
  return `${fits} of ${of} actions fit. The first ${figures.format(room)} are shown.`;
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
  void show();
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
more.addEventListener('click', () => {
  const next = fitting[room]!.element;
  room += firstRows.length;
  showRows(fitting);
  next.querySelector('a')!.focus();
});
window.addEventListener('popstate', () => {
  state = readBrowseState(location.search);
  fillForm();
  void show();
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

/** The published table, cut down to what is asked for; the link itself leads to the whole of it. */
download.addEventListener('click', (event) => {
  if (writeBrowseState(state) === '') return;
  event.preventDefault();
  void (async () => {
    const answer = await fetch(form.dataset['table']!);
    const part = csvRows(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
      'id',
      fitting.map(({ id }) => id),
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
void show();
