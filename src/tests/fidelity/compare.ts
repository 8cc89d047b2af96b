import { CELL_NAMES, addresses } from './source.ts';
import type { Cell, Source, SourceAction, SourceOutcome } from './source.ts';
import { around, clean, difference, normalise, words } from './words.ts';
import { at, fieldsOf, listAt, textAt } from './records.ts';
import type { Records, Yaml } from './records.ts';

export interface Comparison {
  /** Every difference, each with its place. */
  problems: string[];
  /** The addresses of all source words that were held against a record. */
  compared: Set<string>;
  /** How many words the records hold in the fields that were compared. */
  held: number;
  /** By how many words the declared repairs make the records longer (or, negative, shorter). */
  repaired: number;
  /** How many words are in a second record too, because two actions share a cell. */
  shared: number;
  /** How many words of headings are halves of one word that the column lines cut up. */
  cutUp: number;
}

interface Repair {
  cell: string;
  found: string;
  read: string;
}

function repairsOf(record: Yaml): Repair[] {
  return listAt(record, 'source', 'repaired').map((repair) => ({
    cell: textAt(repair, 'cell'),
    found: textAt(repair, 'found'),
    read: textAt(repair, 'read'),
  }));
}

function placesOf(list: readonly string[], run: readonly string[]): number[] {
  return list.flatMap((_, place) =>
    run.length > 0 && run.every((word, step) => list[place + step] === word) ? [place] : [],
  );
}

/** The words of a source cell with the repairs carried out that the record declares for it. */
export function repairedWords(
  cell: Cell | undefined,
  repairs: readonly Repair[],
): { list: string[]; problems: string[] } {
  const original = words(cell?.text ?? '');
  const problems: string[] = [];
  const changes: { place: number; length: number; read: string[] }[] = [];
  for (const { found, read } of repairs) {
    const run = words(found);
    const places = placesOf(original, run);
    const [place] = places;
    if (place === undefined || places.length > 1 || !cell?.text.includes(clean(found))) {
      const times = places.length === 1 ? 'only in other punctuation' : `${places.length} times`;
      problems.push(`the repair's "${found}" is in the source cell ${times}, not once`);
    } else if (
      changes.some((it) => place < it.place + it.length && it.place < place + run.length)
    ) {
      problems.push(`the repair of "${found}" meets another repair`);
    } else {
      changes.push({ place, length: run.length, read: words(read) });
    }
  }
  const list = [...original];
  for (const change of changes.sort((a, b) => b.place - a.place)) {
    list.splice(change.place, change.length, ...change.read);
  }
  return { list, problems };
}

/** Takes the words of a cell as compared. */
function mark(result: Comparison, cell: Cell | undefined): void {
  for (const piece of cell?.pieces ?? []) {
    for (const address of addresses(piece)) result.compared.add(address);
  }
}

/** Whether any of this cell's words was compared before, that is, with another record. */
function seen(result: Comparison, cell: Cell | undefined): boolean {
  return (cell?.pieces ?? []).some((piece) =>
    addresses(piece).some((address) => result.compared.has(address)),
  );
}

export function empty(): Comparison {
  return { problems: [], compared: new Set(), held: 0, repaired: 0, shared: 0, cutUp: 0 };
}

/** Holds the cells of one action against its record. */
export function compareAction(
  plan: string,
  action: SourceAction,
  record: Yaml,
  result: Comparison,
): void {
  const problem = (cell: string, text: string): void => {
    result.problems.push(`${plan} ${action.ref}, ${cell}: ${text}`);
  };
  const row = difference(words(action.row), words(textAt(record, 'source', 'row')));
  if (row) problem('row', row);
  mark(result, action.number);

  const repairs = repairsOf(record);
  for (const { cell } of repairs) {
    if (cell !== 'outcome' && !(cell in action.cells)) problem(cell, 'repaired, but no such cell');
  }
  for (const name of CELL_NAMES) {
    const cell = action.cells[name];
    const mended = repairedWords(
      cell,
      repairs.filter((repair) => repair.cell === name),
    );
    for (const text of mended.problems) problem(name, text);

    const paths = fieldsOf(record, name, 'progress' in action.cells);
    if (paths.length === 0 && mended.list.length > 0) {
      problem(name, `the record has no field for it\n    source: ${around(mended.list, 0)}`);
    }
    for (const path of paths) {
      const found = words(textAt(record, ...path));
      const text = difference(mended.list, found);
      if (text) problem(name, `${text}\n    in ${path.join('.')}`);
    }
    const [first] = paths;
    if (first) result.held += words(textAt(record, ...first)).length;
    const before = words(cell?.text ?? '').length;
    result.repaired += mended.list.length - before;
    if (seen(result, cell)) result.shared += before;
    mark(result, cell);
  }
}

/** The outcome wording, with the repairs that the records of its actions declare for it. */
function compareOutcome(
  source: Source,
  outcome: SourceOutcome,
  entry: Yaml,
  records: readonly Yaml[],
  result: Comparison,
): void {
  const id = textAt(entry, 'id');
  const place = `${source.plan} outcome ${id}`;
  const number = words(outcome.number.text);
  const numbered = number.length > 0 ? difference(number, words(id)) : null;
  if (numbered) result.problems.push(`${place}, number: ${numbered}`);

  const repairs = records
    .flatMap((record) => repairsOf(record).filter((repair) => repair.cell === 'outcome'))
    .filter((repair, index, all) => all.findIndex((it) => it.found === repair.found) === index);
  const mended = repairedWords(outcome.wording, repairs);
  const wording = words(textAt(entry, 'wording'));
  const text = difference(mended.list, wording);
  for (const problem of [...mended.problems, ...(text ? [text] : [])]) {
    result.problems.push(`${place}, wording: ${problem}`);
  }
  result.held += wording.length;
  result.repaired += mended.list.length - words(outcome.wording.text).length;
  mark(result, outcome.number);
  mark(result, outcome.wording);
}

/** Whether a record names its own outcome, and gives that cell right if it gives it at all. */
function compareBelonging(
  plan: string,
  action: SourceAction,
  record: Yaml,
  id: string,
  outcome: SourceOutcome,
  result: Comparison,
): void {
  const named = textAt(record, 'outcome');
  if (named !== id) {
    result.problems.push(
      `${plan} ${action.ref}, outcome: is under "${id}" in the source, ` +
        `under "${named}" in the record`,
    );
  }
  if (at(record, 'source', 'outcome') === undefined) return;
  const text = difference(words(outcome.wording.text), words(textAt(record, 'source', 'outcome')));
  if (text) result.problems.push(`${plan} ${action.ref}, outcome: ${text}\n    in source.outcome`);
}

function lowered(text: string): string[] {
  return words(text.toLowerCase());
}

/** Whether the leads' names, one for each and in order, make up the lead cell. */
export function unexplainedLeads(
  cell: readonly string[],
  leads: readonly { id: string; names: readonly string[] }[],
): string | null {
  let ends = new Set([0]);
  for (const { id, names } of leads) {
    const next = new Set<number>();
    for (const end of ends) {
      for (const name of names) {
        const run = lowered(name);
        if (run.length > 0 && run.every((word, step) => cell[end + step] === word)) {
          next.add(end + run.length);
        }
      }
    }
    if (next.size === 0) {
      return `no name of "${id}" is here: ${around(cell, Math.max(...ends))}`;
    }
    ends = next;
  }
  if (ends.has(cell.length)) return null;
  return `no lead for what is here: ${around(cell, Math.max(...ends))}`;
}

function compareLeads(
  source: Source,
  action: SourceAction,
  record: Yaml,
  records: Records,
  result: Comparison,
): void {
  const repairs = repairsOf(record).filter((repair) => repair.cell === 'lead');
  const cell = repairedWords(action.cells.lead, repairs).list.map((word) => word.toLowerCase());
  const leads = listAt(record, 'leads').map((lead) => {
    const id = typeof lead === 'string' ? lead : textAt(lead, 'organisation');
    const organisation = records.organisations.get(id);
    const others = listAt(organisation, 'other_names').map((name) => textAt(name));
    return {
      id,
      names: [textAt(organisation, 'name'), textAt(organisation, 'short_name'), ...others],
    };
  });
  const text = unexplainedLeads(cell, leads);
  if (text) result.problems.push(`${source.plan} ${action.ref}, leads: ${text}`);
}

/**
 * The stages of an action are the source's own words too: their dates are in the due cell in that
 * order, what else is in it is in their labels, and a label has no word that its row has not.
 */
function compareMilestones(
  source: Source,
  action: SourceAction,
  record: Yaml,
  result: Comparison,
): void {
  const problem = (text: string): void => {
    result.problems.push(`${source.plan} ${action.ref}, milestones: ${text}`);
  };
  const stages = listAt(record, 'milestones');
  if (stages.length === 0) return;
  if (at(record, 'source', 'due') === undefined) problem('there is no source.due');

  const row = lowered(CELL_NAMES.map((name) => action.cells[name]?.text ?? '').join(' '));
  const due = lowered(action.cells.due?.text ?? '');
  const labels = stages.flatMap((stage) => lowered(textAt(stage, 'label')));
  const rest: string[] = [];
  let end = 0;
  for (const stage of stages) {
    const date = lowered(textAt(stage, 'due'));
    const place = placesOf(due, date).find((it) => it >= end);
    if (place === undefined) {
      problem(`the due cell has no "${date.join(' ')}" here: ${around(due, end)}`);
      return;
    }
    rest.push(...due.slice(end, place));
    end = place + date.length;
  }
  rest.push(...due.slice(end));
  for (const word of rest.filter((it) => !labels.includes(it))) {
    problem(`no stage has "${word}" of the due cell`);
  }
  for (const word of labels.filter((it) => !row.includes(it))) {
    problem(`the source's row has no "${word}", which is in a label`);
  }
}

/** A date that the report itself moves, and what is quoted as the reason, are in the row. */
function compareMove(source: Source, action: SourceAction, record: Yaml, result: Comparison): void {
  const row = lowered(CELL_NAMES.map((name) => action.cells[name]?.text ?? '').join(' '));
  const reason = normalise(textAt(record, 'updates', 0, 'reason'));
  const quoted = [...reason.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  for (const text of [textAt(record, 'updates', 0, 'due'), ...quoted]) {
    if (text === '' || placesOf(row, lowered(text)).length > 0) continue;
    result.problems.push(
      `${source.plan} ${action.ref}, the first update: the source's row has no "${text}"`,
    );
  }
}

/** Holds a whole plan against its source, word for word and both ways. */
export function compare(source: Source, records: Records): Comparison {
  const result = empty();
  const themes = listAt(records.plan, 'themes');
  if (themes.length !== source.themes.length) {
    result.problems.push(
      `${source.plan}: ${source.themes.length} themes in the source, ${themes.length} in plan.yaml`,
    );
  }
  source.themes.forEach(({ title }, theme) => {
    const held = textAt(themes[theme], 'title');
    const text = difference(lowered(title.text), lowered(held));
    if (text) result.problems.push(`${source.plan} theme ${theme + 1}, title: ${text}`);
    const scanned = title.pieces.flatMap((piece) => words(piece.text));
    result.cutUp += scanned.length - words(title.text).length;
    result.held += words(held).length;
    mark(result, title);

    const own = source.outcomes.filter((outcome) => outcome.theme === theme);
    const entries = listAt(themes[theme], 'outcomes');
    if (own.length !== entries.length) {
      result.problems.push(
        `${source.plan} theme ${theme + 1}: ${own.length} outcomes in the source, ` +
          `${entries.length} in plan.yaml`,
      );
    }
    own.forEach((outcome, place) => {
      const index = source.outcomes.indexOf(outcome);
      const entry = entries[place] ?? {};
      const id = textAt(entry, 'id');
      const actions = source.actions.filter((action) => action.outcome === index);
      const found = actions.flatMap((action) => records.actions.get(action.ref) ?? []);
      compareOutcome(source, outcome, entry, found, result);
      for (const action of actions) {
        const record = records.actions.get(action.ref);
        if (record === undefined) continue;
        compareBelonging(source.plan, action, record, id, outcome, result);
      }
    });
  });

  for (const action of source.actions) {
    const record = records.actions.get(action.ref);
    if (record === undefined) {
      result.problems.push(`${source.plan} ${action.ref}: in the source, but there is no record`);
      continue;
    }
    compareAction(source.plan, action, record, result);
    compareMilestones(source, action, record, result);
    compareMove(source, action, record, result);
    if (action.cells.lead) compareLeads(source, action, record, records, result);
  }
  const refs = new Set(source.actions.map((action) => action.ref));
  for (const ref of records.actions.keys()) {
    if (refs.has(ref)) continue;
    result.problems.push(`${source.plan} ${ref}: a record, but not in the source`);
  }
  return result;
}
