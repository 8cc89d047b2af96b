/**
 * The search page: runs what the form and the address ask, and shows what was found. Nothing of the
 * index is fetched before a reader turns to the form or the address asks for something.
 */
import { IndexUnreachable, startSearch, type Engine, type Hit, type Search } from './engine.ts';
import { countChoices, find, type SearchResult } from './find.ts';
import { announcer, keepInAddress } from './form-in-address.ts';
import { indexFolder } from './search-files.ts';
import { resultEntry } from './result-list.ts';
import {
  asksForSomething,
  filterNames,
  filtersOf,
  pageSize,
  readState,
  tidy,
  wordsToShow,
  writeState,
  type FilterName,
  type SearchState,
  type SortName,
} from './search-state.ts';

const slowAfter = 500;

const form = document.querySelector<HTMLFormElement>('#search-form')!;
const box = form.querySelector<HTMLInputElement>('[name="q"]')!;
const part = (name: string) => document.querySelector<HTMLElement>(`#search-${name}`)!;
const status = part('status');
const list = part('results');
const more = part('more');
const nothing = part('nothing');
const nothingFiltered = part('nothing-filtered');
const nothingAnywhere = part('nothing-anywhere');
const nothingPart = part('nothing-part');
const instead = part('instead');
const failed = part('failed');
const hint = part('hint');
const clear = part('clear');
const sorting = part('sorting');
const filtersOn = part('filters-on');
const choices = form.querySelector<HTMLDetailsElement>('.search-filters')!;

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const announce = announcer(part('said'));

let state = readState('');
let hits: Hit[] = [];
/** Each run has a number; what an overtaken run still finds is dropped. */
let run = 0;
let starting: Promise<Search> | undefined;
/** What was found last, until the filters say how many of it each choice leaves. */
let uncounted: { engine: Engine; found: SearchResult } | undefined;
/** Whether the filters say so of any search. */
let counted = false;

function start(): Promise<Search> {
  starting ??= startSearch(`${base}${indexFolder}/`, base);
  return starting;
}

/** Fetches what every search needs, ahead of the first. If it fails, the search will say so. */
function warmUp(): void {
  start().catch(() => {
    starting = undefined;
  });
}

async function search(): Promise<void> {
  const current = ++run;
  showFilters();
  clearCounts();
  if (!asksForSomething(state)) return showStart();
  const slow = setTimeout(() => say('Searching…'), slowAfter);
  list.ariaBusy = 'true';
  try {
    const finder = await start();
    const found = await find(finder, state);
    clearTimeout(slow);
    if (current !== run) return;
    await show(found, current);
    if (current !== run) return;
    uncounted = { engine: finder.engine, found };
    void showCounts();
  } catch (error) {
    starting = undefined;
    if (current === run) showFailure();
    if (!(error instanceof IndexUnreachable)) throw error;
  } finally {
    clearTimeout(slow);
    if (current === run) list.ariaBusy = 'false';
  }
}

/** The first result goes on the page as soon as it is there; the others of the page follow. */
async function show(found: SearchResult, current: number): Promise<void> {
  hits = found.hits;
  const [first, ...rest] = hits.slice(0, state.shown);
  const entries = first === undefined ? [] : [resultEntry(await first.data())];
  if (current !== run) return;
  list.replaceChildren(...entries);
  showOnly(undefined);
  const others = await Promise.all(rest.map((hit) => hit.data()));
  if (current !== run) return;
  list.append(...others.map(resultEntry));
  say(summary(found));
  showInstead(found);
  showOnly(hits.length === 0 ? nothing : undefined);
  showWhyNothing(found);
  more.hidden = hits.length <= state.shown;
  sorting.hidden = hits.length < 2;
}

function summary({
  hits,
  unknownReference,
  insteadOf,
  unknown,
  fewer,
  nothing,
}: SearchResult): string {
  const count = hits.length;
  if (unknownReference !== undefined) {
    const nearest = count === 0 ? '' : ' These are the nearest.';
    return `No ${form.dataset['one']} has the reference ${unknownReference}.${nearest}`;
  }
  if (nothing) return 'No plan here mentions this.';
  const what = state.words === '' ? '' : ` for “${insteadOf?.meant ?? wordsToShow(state.words)}”`;
  const results = `${count === 0 ? 'No' : count} ${count === 1 ? 'result' : 'results'}${what}.`;
  if (count > 0 && unknown.length > 0) {
    return `${results} No plan here mentions “${unknown.join('” or “')}”.`;
  }
  return fewer ? `${results} None has all your words.` : results;
}

/** Where a slip was corrected, says so, with a link to what was typed. */
function showInstead({ insteadOf }: SearchResult): void {
  instead.hidden = insteadOf === undefined;
  if (insteadOf === undefined) return;
  const [meant, back] = [instead.querySelector('strong')!, instead.querySelector('a')!];
  meant.textContent = insteadOf.meant;
  back.textContent = `Search for “${insteadOf.typed}” instead`;
  back.href = writeState({ ...state, words: `"${insteadOf.typed}"` });
}

/** Nothing may be about it in any plan, or only in what the filters leave. */
function showWhyNothing({ nothing: nowhere, part: other }: SearchResult): void {
  nothingAnywhere.hidden = !nowhere;
  nothingFiltered.hidden = nowhere || !filtered();
  nothingPart.hidden = other === undefined;
  if (other === undefined) return;
  const link = nothingPart.querySelector('a')!;
  link.textContent = `“${other}”`;
  link.href = writeState({ ...state, words: other });
}

function showStart(): void {
  hits = [];
  sorting.hidden = false;
  list.replaceChildren();
  more.hidden = true;
  say('');
  showOnly(hint);
  instead.hidden = true;
}

function showFailure(): void {
  list.replaceChildren();
  more.hidden = true;
  instead.hidden = true;
  say('The search did not load.');
  showOnly(failed);
}

/** At most one of these is shown where the results would be. */
function showOnly(shown: HTMLElement | undefined): void {
  for (const message of [hint, nothing, failed]) message.hidden = message !== shown;
}

/**
 * How many results each choice leaves, once the filters are open: what it takes to count them is more
 * than everything else that a search fetches.
 */
async function showCounts(): Promise<void> {
  if (uncounted === undefined || !choicesAreShown()) return;
  const { engine, found } = uncounted;
  const current = run;
  uncounted = undefined;
  const counts = await countChoices(engine, state, found.unfiltered).catch((error: unknown) => {
    // The results stay; only their counts are not known, and a next search starts afresh.
    starting = undefined;
    if (!(error instanceof IndexUnreachable)) throw error;
    return undefined;
  });
  if (current !== run || counts === undefined) return;
  counted = true;
  for (const place of countPlaces()) {
    const [name, value] = [place.dataset['filter'] as FilterName, place.dataset['value']!];
    writeCount(place, String(Object.hasOwn(counts[name], value) ? counts[name][value] : 0));
  }
}

/** On a wide screen they are always there, beside the results. */
function choicesAreShown(): boolean {
  return choices.querySelector('select')!.checkVisibility();
}

function clearCounts(): void {
  uncounted = undefined;
  if (!counted) return;
  counted = false;
  for (const place of countPlaces()) writeCount(place, '');
}

function countPlaces(): Iterable<HTMLElement> {
  return form.querySelectorAll<HTMLElement>('[data-filter]');
}

/** Blank until it is known. An option holds text alone, so its count is in it beside its label. */
function writeCount(place: HTMLElement, count: string): void {
  const { label } = place.dataset;
  const bracketed = count === '' ? '' : `(${count})`;
  place.textContent = label === undefined ? bracketed : `${label} ${bracketed}`.trim();
}

function say(text: string): void {
  status.textContent = text;
  announce(text);
}

function filtered(): boolean {
  return filterNames.some((name) => state.filters[name].length > 0);
}

function showFilters(): void {
  const chosen = filterNames.reduce((sum, name) => sum + state.filters[name].length, 0);
  filtersOn.textContent = chosen === 0 ? '' : `${chosen} on`;
  clear.hidden = chosen === 0;
}

/** What the form says now; a change of it starts again from the first results. */
function stateOfForm(): SearchState {
  const data = new FormData(form);
  const texts = (name: string) => [...data.getAll(name), ...data.getAll(`${name}[]`)].map(String);
  return {
    words: tidy(texts('q')[0] ?? ''),
    filters: filtersOf(texts),
    sort: texts('sort')[0] as SortName,
    shown: pageSize,
  };
}

function fillForm(state: SearchState): void {
  box.value = state.words;
  for (const name of filterNames) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`input[name="${name}[]"]`)) {
      field.checked = state.filters[name].includes(field.value);
    }
    const choice = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (choice) choice.value = state.filters[name][0] ?? '';
  }
  form.querySelector<HTMLSelectElement>('select[name="sort"]')!.value = state.sort;
}

clear.addEventListener('click', () => {
  ask({ ...state, filters: filtersOf(() => []), shown: pageSize });
  box.focus();
});
nothingFiltered.querySelector('button')!.addEventListener('click', () => clear.click());

more.addEventListener('click', () => {
  const from = state.shown;
  state = { ...state, shown: from + pageSize };
  history.replaceState(null, '', writeState(state));
  more.hidden = hits.length <= state.shown;
  const current = run;
  Promise.all(hits.slice(from, state.shown).map((hit) => hit.data())).then(
    (found) => {
      if (current !== run) return;
      list.append(...found.map(resultEntry));
      list.children[from]?.querySelector('a')?.focus();
    },
    () => {
      starting = undefined;
      showFailure();
    },
  );
});

choices.addEventListener('toggle', () => void showCounts());
window.addEventListener('resize', () => void showCounts());

failed.querySelector('button')!.addEventListener('click', () => {
  box.focus();
  void search();
});

box.addEventListener('focus', warmUp, { once: true });
const ask = keepInAddress<SearchState>({
  form,
  box,
  read: readState,
  write: writeState,
  asked: stateOfForm,
  fill: fillForm,
  show(next) {
    state = next;
    void search();
  },
});
