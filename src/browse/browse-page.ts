/**
 * Filters and sorts the register where it is, in a page that is complete without it. The state
 * is in the address; how many rows are shown is announced. Where the register has several pages,
 * what a reader asks for is first shown of this one. Meanwhile a small file with the facts of all is
 * fetched, and then of the other pages those that have a row to show.
 */
import { savesData } from '../scripts/saves-data.ts';
import { announcer, keepInAddress } from '../search/form-in-address.ts';
import { filterNames, filtersOf, tidy, type FilterName } from '../search/search-state.ts';
import {
  columnNames,
  readBrowseState,
  writeBrowseState,
  type BrowseState,
  type ColumnName,
} from './browse-state.ts';
import { isInPlace, rowsFor, type RegisterRow } from './rows.ts';
import { rowsOfFacts, type RegisterParts } from './rows-of-facts.ts';
import { rowsOfPage, tableRows } from './table-rows.ts';

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

const firstElements = [...body.rows];
const firstRows = tableRows(firstElements);
/** What is shown of each action, by its place in the register, as far as its page is here. */
const elements = new Map(firstElements.entries());
/** What is in the table. */
let inTable: readonly HTMLTableRowElement[] = firstElements;
const otherPages = form.dataset['pages']!.split(' ').filter((address) => address !== '');
const all = Number(form.dataset['all']);
/** How many of all count as promises: what was withdrawn or merged is listed and not counted. */
const allCounted = Number(form.dataset['promises']);
const many = form.dataset['many']!;
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const figures = new Intl.NumberFormat('en-GB');

const say = announcer(find('browse-said'));

let state = readBrowseState('');
let fitting: RegisterRow[] = firstRows;
/** How many of those that fit are in the table. */
let room = firstRows.length;
/** Is done once what is asked for is shown, or cannot be. */
let showing: Promise<void> = Promise.resolve();
/** All rows, by what they were to be sorted by, as far as they were asked for. */
const wholes = new Map<ColumnName, Promise<RegisterRow[]>>();
/** The parts of what is known of the whole register that were asked for. */
const parts = new Map<string, Promise<unknown>>();
/** The other pages that were asked for. */
const pages = new Map<string, Promise<void>>();
const didNotLoad = 'The search did not load. Check that you are online, and try again.';

/** What is asked of a large register is shown in smaller parts, since each may need another page. */
const rowsAtOnce = otherPages.length === 0 ? firstRows.length : Math.min(100, firstRows.length);

/** All rows, as far as it takes to filter them and to sort them by a column. */
function wholeRegister(sort: ColumnName): Promise<RegisterRow[]> {
  if (otherPages.length === 0) return Promise.resolve(firstRows);
  const fetching =
    wholes.get(sort) ??
    fetchWhole(sort).catch((error: unknown) => {
      wholes.delete(sort);
      throw error;
    });
  wholes.set(sort, fetching);
  return fetching;
}

async function fetchWhole(sort: ColumnName): Promise<RegisterRow[]> {
  const [filters, orders] = await Promise.all([
    part('filters'),
    sort === 'reference' ? {} : part(sort).then((order) => ({ [sort]: order })),
  ]);
  return rowsOfFacts(filters, all, orders);
}

/** Fetches a part of what is known of the whole register. One that does not come is asked for again. */
function part<Name extends keyof RegisterParts>(name: Name): Promise<RegisterParts[Name]> {
  const fetching =
    parts.get(name) ??
    fetchPart(form.dataset['part']!.replace('*', name)).catch((error: unknown) => {
      parts.delete(name);
      throw error;
    });
  parts.set(name, fetching);
  return fetching as Promise<RegisterParts[Name]>;
}

async function fetchPart(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Fetches the page that has a row, where it is not here. */
function fetchRow({ place }: RegisterRow): Promise<void> | undefined {
  const page = Math.floor(place / firstRows.length);
  const address = otherPages[page - 1];
  if (address === undefined) return undefined;
  const fetching =
    pages.get(address) ??
    rowsOfPage(address).then((rows) => {
      for (const [index, row] of rows.entries()) elements.set(page * firstRows.length + index, row);
      fillTable();
    });
  pages.set(address, fetching);
  fetching.catch(() => pages.delete(address));
  return fetching;
}

async function show(): Promise<void> {
  const asked = state;
  if (writeBrowseState(asked) === '') {
    room = firstRows.length;
    await showRows(firstRows);
    return;
  }
  room = rowsAtOnce;
  if (otherPages.length > 0 || asked.words !== '') count.textContent = 'Searching…';
  const isFirstKnown = otherPages.length > 0 && asked.words === '' && isInPlace(asked);
  if (isFirstKnown) showFirstOf(asked);
  try {
    const [rows, found] = await Promise.all([
      wholeRegister(asked.sort),
      placesFound(asked.words),
      isFirstKnown ? drawn() : undefined,
    ]);
    if (state === asked) await showRows(rowsFor(rows, asked, found));
  } catch {
    if (state === asked) tell(didNotLoad);
  }
}

/** Waits until what was changed in the page is drawn, or a moment where nothing is drawn. */
function drawn(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 250);
  });
}

/**
 * The matching rows of this page are known at once, and in the order of the register they come first. If
 * there are none, what is in the table stays until the others are known.
 */
function showFirstOf(asked: BrowseState): void {
  const rows = rowsFor(firstRows, asked);
  if (rows.length === 0) return;
  fitting = rows;
  fillTable();
  table.hidden = false;
  more.hidden = true;
  markAsked();
}

/** The same promises as the search page finds for the same words. */
async function placesFound(words: string): Promise<ReadonlySet<number> | undefined> {
  if (words === '') return undefined;
  // Most readers only choose from the filters, so the code for searching is not loaded before it is
  // needed.
  const { actionsFor } = await import('./find-actions.ts');
  return actionsFor(words, base);
}

/**
 * The matching rows that can be shown now: as many as are asked for, up to the first whose page is not
 * here yet.
 */
function fillTable(): void {
  const wanted = fitting.slice(0, room).map(({ place }) => elements.get(place));
  const missing = wanted.indexOf(undefined);
  const here = (missing === -1 ? wanted : wanted.slice(0, missing)) as HTMLTableRowElement[];
  // To lay out hundreds of rows anew takes a phone half a second.
  if (here.length === inTable.length && here.every((row, index) => row === inTable[index])) return;
  inTable = here;
  body.replaceChildren(...here);
}

/** @returns once all are shown */
async function showRows(rows: RegisterRow[]): Promise<void> {
  fitting = rows;
  const everything = writeBrowseState(state) === '';
  fillTable();
  markAsked();
  tell(howMany(everything));
  more.hidden = everything || fitting.length <= room;
  table.hidden = fitting.length === 0;
  const missing = fitting.slice(0, room).filter(({ place }) => !elements.has(place));
  await Promise.all(missing.map(fetchRow));
}

/** Around the rows, shows whether something is asked for, and in which order. */
function markAsked(): void {
  const everything = writeBrowseState(state) === '';
  for (const [index, heading] of headings.entries()) {
    if (columnNames[index] !== state.sort) heading.removeAttribute('aria-sort');
    else heading.setAttribute('aria-sort', state.backwards ? 'descending' : 'ascending');
  }
  for (const links of pageLinks) links.hidden = !everything;
  clear.hidden = everything || isWhole();
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
  // The pages of a large register say themselves which they are.
  if (everything && otherPages.length > 0) return '';
  const ended = fitting.filter((row) => row.values('status').some((status) => hasEnded(status)));
  const number = fitting.length - ended.length;
  const more = ended.length === 0 ? '' : `, and ${ended.length} that ended`;
  if (isWhole()) return `All ${number} ${many} are shown${more}.`;
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
  const { place } = fitting[room]!;
  room += rowsAtOnce;
  showRows(fitting).then(
    () => elements.get(place)!.querySelector('a')!.focus(),
    () => tell(didNotLoad),
  );
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
    const [answer, ids, { csvRows }] = await Promise.all([
      fetch(form.dataset['table']!),
      otherPages.length === 0 ? firstElements.map(({ id }) => id) : part('ids'),
      // Nobody needs the reader of tables before they ask for one.
      import('./csv-rows.ts'),
      showing,
    ]);
    const rows = csvRows(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
      'id',
      fitting.map(({ place }) => ids[place]!),
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([rows], { type: 'text/csv' }));
    link.download = 'actions.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  })();
});

clear.addEventListener('click', () => {
  ask(readBrowseState(''));
  field('q').focus();
});

/**
 * A reader who opens the filters is likely to use them, so the facts are fetched ahead. A failure is
 * ignored here, because the first choice reports it.
 */
function fetchAhead(): void {
  if (!savesData()) wholeRegister('reference').catch(() => undefined);
}

// On a wide screen, or where something is chosen already, the choices are open.
const choices = find<HTMLDetailsElement>('browse-choices');
choices.open = matchMedia('(min-width: 55rem)').matches || location.search !== '';
choices.hidden = false;
for (const turned of ['focusin', 'pointerover', 'pointerdown']) {
  choices.addEventListener(turned, fetchAhead, { once: true });
}

const ask = keepInAddress<BrowseState>({
  form,
  box: find<HTMLInputElement>('browse-words'),
  read: readBrowseState,
  write: writeBrowseState,
  asked,
  fill: fillForm,
  show(next) {
    state = next;
    showing = show();
  },
});
