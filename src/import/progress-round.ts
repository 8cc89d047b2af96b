import { isSeq, parseDocument, type Document } from 'yaml';
import { compareDueDates, parseDueDate, type DueDate } from '../domain/due-date.ts';
import { identifier } from '../domain/reference.ts';
import { nearest } from '../register/nearest.ts';
import { hasLines, placeUpdate } from '../register/write/add-update.ts';
import type { UpdateRecord } from '../schema/action.ts';
import { wordsOf } from './account.ts';
import { headingsIn, repeatsHeadings, type Columns } from './find-headings.ts';
import { ownNumber } from './give-references.ts';
import type { Mapping } from './import-options.ts';
import { wrappedLines } from './made-record.ts';
import { readStatus } from './read-status.ts';
import { CannotRun, type Row, type Table } from './table.ts';
import { proseOf } from './write-prose.ts';

/** What became of one row of a progress round. */
export interface RoundEntry {
  place: string;
  result: 'taken' | 'there already' | 'needs you' | 'passed over';
  reference?: string;
  remarks: string[];
}

export interface Round {
  entries: RoundEntry[];
  /** Reference → the record with its new update. */
  changed: Map<string, string>;
  /** Actions of the plan that the file does not name. */
  silent: string[];
}

export interface RoundSetting {
  reported: DueDate;
  /** The plan’s code, as in DON 2.1.2. */
  code: string;
  mapping: Pick<Mapping, 'columns' | 'statuses'>;
  /** The plan’s own record, as text: words of themes and outcomes stand there. */
  planText: string;
}

/**
 * Turns a table of reports into updates, one for each row that names an action.
 *
 * @param actions reference → the record as it is
 */
export function planProgress(
  table: Table,
  setting: RoundSetting,
  actions: ReadonlyMap<string, string>,
): Round {
  const entries: RoundEntry[] = [];
  const changed = new Map<string, string>();
  const named = new Set<string>();
  let columns: Columns | undefined;
  let found = false;
  for (const row of table.rows) {
    const filled = row.cells.filter((cell) => cell.text !== '');
    const passed = (why: string) =>
      entries.push({ place: row.place, result: 'passed over', remarks: [why] });
    const headings = headingsIn(row, setting.mapping.columns);
    if (filled.length === 0) passed('It is empty.');
    else if (headings !== undefined || (columns !== undefined && repeatsHeadings(row, columns))) {
      columns = headings ?? columns;
      found = true;
      passed('It holds the headings of the table.');
    } else if (columns === undefined || row.kind === 'paragraph') {
      const said = filled.map((cell) => cell.text).join(' ');
      entries.push({
        place: row.place,
        result: 'needs you',
        remarks: [`It stands outside the table, so it was not taken: ${said}`],
      });
    } else {
      const entry = readReport(row, columns, setting, actions, changed, named);
      entries.push(entry);
    }
  }
  if (!found) {
    throw new CannotRun(
      'No row of headings was found. One row must name the columns, such as Ref, Status, Progress. If your columns have other names, give them in a mapping file: --mapping FILE.',
    );
  }
  return { entries, changed, silent: [...actions.keys()].filter((ref) => !named.has(ref)) };
}

function readReport(
  row: Row,
  columns: Columns,
  setting: RoundSetting,
  actions: ReadonlyMap<string, string>,
  changed: Map<string, string>,
  named: Set<string>,
): RoundEntry {
  const cell = (field: string) =>
    row.cells
      .filter((_, column) => columns.fields[column] === field)
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n');
  const entry: RoundEntry = { place: row.place, result: 'taken', remarks: [] };
  const needsYou = (text: string) => {
    entry.result = 'needs you';
    entry.remarks.push(text);
  };
  const everything = row.cells
    .map(({ text }) => text)
    .join(' ')
    .trim();
  const reference = findAction(cell('number'), cell('action'), setting.code, actions);
  if (reference === undefined) {
    const typed = cell('number');
    const near = nearest(typed, [...actions.keys()]);
    needsYou(
      typed === ''
        ? `The row does not say which action it is about, so nothing was written: ${everything}`
        : `The plan has no action ${typed}${near === undefined ? '' : ` (the nearest is ${near})`}, so nothing was written: ${everything}`,
    );
    return entry;
  }
  entry.reference = reference;
  if (named.has(reference)) {
    needsYou(
      `The file has two rows for ${reference}. Only the first was written. This one says: ${everything}`,
    );
    return entry;
  }
  named.add(reference);
  const { update, remarks } = makeUpdate(cell('status'), cell('progress'), setting);
  const text = actions.get(reference)!;
  const record = wordsOf(`${valuesOf(text)} ${valuesOf(setting.planText)}`).join(' ');
  const comments: string[] = [];
  for (const [column, { text: said }] of row.cells.entries()) {
    const field = columns.fields[column];
    if (said === '' || field === 'number' || field === 'status' || field === 'progress') continue;
    if (` ${record} `.includes(` ${wordsOf(said).join(' ')} `)) continue;
    comments.push(
      `needs you: the column “${columns.headings[column] ?? ''}” says what the record does not. The file says:\n${said.replaceAll('\n', ' ')}`,
    );
    remarks.push(
      field === 'due' || field === 'lead'
        ? `The ${field === 'due' ? 'due date' : 'lead'} is not the one in the record. If it moved, add it to the update with a reason.`
        : `The column “${columns.headings[column] ?? ''}” says what the record does not. Its words stand in a comment.`,
    );
  }
  if (Object.keys(update).length === 1 && comments.length === 0) {
    entry.result = 'passed over';
    entry.remarks.push('It reports nothing.');
    return entry;
  }
  const refused = whyNot(text, update, setting.reported);
  if (refused === 'there already') {
    entry.result = 'there already';
    return entry;
  }
  if (refused !== undefined) {
    needsYou(`${refused} Nothing was written. The row says: ${everything}`);
    return entry;
  }
  changed.set(reference, placeUpdate(text, update, comments.flatMap(wrappedLines)));
  for (const remark of remarks) needsYou(remark);
  return entry;
}

/** By its number in any of its usual shapes, otherwise by the words of the promise. */
function findAction(
  typed: string,
  action: string,
  code: string,
  actions: ReadonlyMap<string, string>,
): string | undefined {
  if (typed !== '') {
    const plain = typed.trim().toLowerCase();
    const bare = plain.startsWith(code) ? plain.slice(code.length).replace(/^[\s-]+/, '') : plain;
    const number = ownNumber(bare);
    return [...actions.keys()].find(
      (reference) => reference === number || identifier(code, reference) === plain,
    );
  }
  const words = wordsOf(action).join(' ');
  if (words === '') return undefined;
  const same = [...actions].filter(
    ([, text]) => wordsOf(String(parsed(text).get('promise') ?? '')).join(' ') === words,
  );
  return same.length === 1 ? same[0]![0] : undefined;
}

function makeUpdate(
  said: string,
  told: string,
  { reported, mapping }: RoundSetting,
): { update: UpdateRecord; remarks: string[] } {
  const remarks: string[] = [];
  const read = readStatus(said, mapping.statuses);
  const ends = read.status === 'withdrawn' || read.status === 'merged';
  const status = ends ? undefined : read.status;
  const repeated = read.nothingElse && !ends && (status ?? read.rag) !== undefined;
  const statusText = said === '' || repeated ? undefined : said;
  if (ends) {
    remarks.push(
      `The file says “${said.slice(0, 60)}”. Write  status: ${read.status}  and  ${read.status === 'merged' ? 'merged_into:' : 'reason:'}  in this update.`,
    );
  } else if (status === undefined && said + told !== '') {
    remarks.push('Choose a status for this update. The words in the file do not begin with one.');
  }
  const tooLong = statusText !== undefined && statusText.length > 300;
  const text = [tooLong ? statusText : '', told].filter((part) => part !== '').join('\n');
  const update: UpdateRecord = {
    reported: reported.text,
    ...(status && { status }),
    ...(statusText !== undefined && !tooLong && { status_text: statusText }),
    ...(read.rag && { rag: read.rag }),
    ...(text !== '' && { text: proseOf(text) || text }),
  };
  return { update, remarks };
}

/** Why an update cannot be added: it is there already, or it would stand in the wrong order. */
function whyNot(text: string, update: UpdateRecord, reported: DueDate): string | undefined {
  const list = parsed(text).get('updates');
  if (isSeq(list) && !hasLines(list)) {
    return 'The list of updates is not written in lines.';
  }
  const updates = isSeq(list) ? (list.toJSON() as UpdateRecord[]) : [];
  for (const earlier of updates) {
    const date = parseDueDate(earlier.reported);
    if (!date.ok || date.date.slug !== reported.slug) continue;
    const fields = ['status', 'status_text', 'rag', 'text'] as const;
    const same = fields.every(
      (field) => wordsOf(earlier[field] ?? '').join(' ') === wordsOf(update[field] ?? '').join(' '),
    );
    return same
      ? 'there already'
      : `There is an update from ${reported.display} already, and it says something else.`;
  }
  const last = parseDueDate(updates.at(-1)?.reported ?? '');
  return last.ok && compareDueDates(last.date, reported) > 0
    ? `The newest update is from ${last.date.display}, after this report. Add it by hand in its place.`
    : undefined;
}

function parsed(text: string): Document {
  return parseDocument(text, { schema: 'failsafe' }) as unknown as Document;
}

function valuesOf(text: string): string {
  const flat = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.values(value).map(flat).join(' ')
      : String(value ?? '');
  return flat(parsed(text).toJSON());
}
