/**
 * Filters and sorts the register where it is, in a page that is complete without it. The state
 * is in the address; how many rows are shown is announced. Where the register has several pages,
 * the others are fetched when a reader first asks for something.
 */
import { startSearch, type Search } from '../search/engine.ts';
import { find as findPages } from '../search/find.ts';
import { announcer, keepInAddress } from '../search/form-in-address.ts';
import { indexFolder } from '../search/search-files.ts';
import {
  filterNames,
  filtersOf,
  readState,
  tidy,
  type FilterName,
} from '../search/search-state.ts';
import {
  columnNames,
  readBrowseState,
  writeBrowseState,
  type BrowseState,
  type ColumnName,
} from './browse-state.ts';
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
/** How many of all count as promises: what was withdrawn or merged is listed and not counted. */
const allCounted = Number(form.dataset['promises']);
const many = form.dataset['many']!;
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const figures = new Intl.NumberFormat('en-GB');

const say = announcer(find('browse-said'));

let state = readBrowseState('');
let fitting: TableRow[] = firstRows;
/** How many of those that fit are in the table. */
let room = firstRows.length;
let whole: Promise<TableRow[]> | undefined;
let searching: Promise<Search> | undefined;
let attempts = 0;

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
  if (otherPages.length > 0 || asked.words !== '') count.textContent = 'Searching…';
  try {
    const [rows, found] = await Promise.all([wholeRegister(), idsFound(asked.words)]);
    if (state === asked) showRows(rowsFor(rows, asked, found));
  } catch {
    whole = undefined;
    searching = undefined;
    if (state !== asked) return;
    tell('The search did not load. Check that you are online, and try again.');
  }
}

/** The same promises as the search page finds for the same words. */
async function idsFound(words: string): Promise<Set<string> | undefined> {
  if (words === '') return undefined;
  searching ??= startSearch(`${base}${indexFolder}/`, base, attempts++);
  const finder = await searching;
  const [{ hits }, ids] = await Promise.all([
    findPages(finder, readState(`?${new URLSearchParams({ q: words }).toString()}`)),
    finder.actions(),
  ]);
  return new Set(hits.flatMap(({ id }) => ids[id] ?? []));
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
  tell(howMany(everything));
  clear.hidden = everything || isWhole();
  more.hidden = everything || fitting.length <= room;
  table.hidden = fitting.length === 0;
}

function tell(text: string): void {
  count.textContent = text;
  say(text);
}

/** Whether every action is in the table, in whatever order. */
function isWhole(): boolean {
  return fitting.length === all && all <= room;
}

function howMany(everything: boolean): string {
  const ended = fitting.filter(({ filters }) => filters.status.some((status) => hasEnded(status)));
  const number = fitting.length - ended.length;
  const more = ended.length === 0 ? '' : `, and ${ended.length} that ended`;
  if (isWhole()) return `All ${number} ${many} are shown${more}.`;
  // The pages of a large register say themselves which they are.
  if (everything) return '';
  const [fits, of] = [figures.format(number), figures.format(allCounted)];
  if (fitting.length <= room) return `${fits} of ${of} ${many} are shown${more}.`;
  return `${fits} of ${of} ${many} match${more}. The first ${figures.format(room)} are shown.`;
}

/** Whether a status, as it is in an address, is one of promises that do not count any more. */
function hasEnded(status: string): boolean {
  return status === 'withdrawn' || status === 'merged';
}

function fillForm({ words, filters, sort, backwards }: BrowseState): void {
  field('q').value = words;
  for (const name of filterNames) {
    const choice = filter(name);
    if (choice !== null) choice.value = filters[name][0] ?? '';
  }
  field('sort').value = (backwards ? '-' : '') + sort;
}

function field(name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

/** Null where no action has what the filter is about. */
function filter(name: FilterName): HTMLSelectElement | null {
  return form.elements.namedItem(name) as HTMLSelectElement | null;
}

function asked(before: BrowseState): BrowseState {
  const sort = field('sort').value;
  return {
    words: tidy(field('q').value),
    filters: filtersOf((name) => [filter(name)?.value ?? '']),
    sort: columnNames.find((name) => name === sort.replace(/^-/, '')) ?? before.sort,
    backwards: sort === '' ? before.backwards : sort.startsWith('-'),
  };
}

more.addEventListener('click', () => {
  const next = fitting[room]!.element;
  room += firstRows.length;
  showRows(fitting);
  next.querySelector('a')!.focus();
});
for (const [index, heading] of headings.entries()) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = heading.textContent.trim();
  button.addEventListener('click', () => sortBy(columnNames[index]!));
  heading.replaceChildren(button);
}

function sortBy(sort: ColumnName): void {
  ask({ ...state, sort, backwards: state.sort === sort && !state.backwards });
}

/** The published table, cut down to what is asked for; the link itself leads to the whole of it. */
download.addEventListener('click', (event) => {
  if (writeBrowseState(state) === '') return;
  event.preventDefault();
  void (async () => {
    const [answer, { csvRows }] = await Promise.all([
      fetch(form.dataset['table']!),
      // Nobody needs the reader of tables before they ask for one.
      import('./csv-rows.ts'),
    ]);
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

clear.addEventListener('click', () => {
  ask(readBrowseState(''));
  field('q').focus();
});

// On a wide screen, or where something is chosen already, the choices are open.
const choices = find<HTMLDetailsElement>('browse-choices');
choices.open = matchMedia('(min-width: 55rem)').matches || location.search !== '';
choices.hidden = false;

const ask = keepInAddress<BrowseState>({
  form,
  box: find<HTMLInputElement>('browse-words'),
  read: readBrowseState,
  write: writeBrowseState,
  asked,
  fill: fillForm,
  show(next) {
    state = next;
    void show();
  },
});
