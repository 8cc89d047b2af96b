import type { DueDate } from '../../domain/due-date.ts';
import { nearest } from '../../domain/nearest.ts';
import { placeUpdate } from '../../authoring/add-update.ts';
import { comparableWords } from '../account/comparable-words.ts';
import type { Field } from '../columns/column-names.ts';
import { actionOfRow } from './action-of-row.ts';
import { headingsIn, type Columns } from '../columns/find-headings.ts';
import type { Mapping } from '../questions/mapping.ts';
import { wrappedLines } from '../make/made-record.ts';
import { wordsOfRecord } from './record-text.ts';
import { makeUpdate, statusAsked } from '../make/make-update.ts';
import type { UpdateRecord } from '../../schema/action.ts';
import { CannotRun, type Row, type Table } from '../table.ts';
import { whyNotAdded } from './why-not-added.ts';

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
  mapping: Pick<Mapping, 'columns' | 'reportDates' | 'statuses'>;
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
    const headings = headingsIn(row, setting.mapping, columns);
    if (filled.length === 0) passed('It is empty.');
    else if (headings !== undefined) {
      columns = headings;
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
  const reference = actionOfRow(cell('number'), cell('action'), setting.code, actions);
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
  const made = makeUpdate(
    { status: cell('status'), rag: cell('rag'), progress: cell('progress') },
    setting.mapping.statuses,
    setting.reported,
  );
  const update: UpdateRecord = { reported: setting.reported.text, ...made.update };
  const remarks = made.question === undefined ? [] : [statusAsked(made.question)];
  const text = actions.get(reference)!;
  const unsaid = unsaidCells(row, columns, [
    ...wordsOfRecord(text),
    ...wordsOfRecord(setting.planText),
  ]);
  const comments = unsaid.map(({ comment }) => comment);
  if (Object.keys(update).length === 1 && comments.length === 0) {
    entry.result = 'passed over';
    entry.remarks.push('It reports nothing.');
    return entry;
  }
  const refused = whyNotAdded(text, update, setting.reported);
  if (refused === 'there already') {
    entry.result = 'there already';
    return entry;
  }
  if (refused !== undefined) {
    needsYou(`${refused} Nothing was written. The row says: ${everything}`);
    return entry;
  }
  changed.set(reference, placeUpdate(text, update, comments.flatMap(wrappedLines)));
  for (const remark of [...remarks, ...unsaid.map((said) => said.remark)]) needsYou(remark);
  return entry;
}

/** What other cells say that the record does not: the comment that keeps it, and what a person is told. */
function unsaidCells(
  row: Row,
  { fields, headings }: Columns,
  record: readonly string[],
): { comment: string; remark: string }[] {
  const known = ` ${record.join(' ')} `;
  const reported: (Field | undefined)[] = ['number', 'status', 'rag', 'progress'];
  return row.cells.flatMap(({ text }, column) => {
    const field = fields[column];
    if (text === '' || reported.includes(field)) return [];
    if (known.includes(` ${comparableWords(text).join(' ')} `)) return [];
    const beyond = `column “${headings[column] ?? ''}” says what the record does not.`;
    return {
      comment: `needs you: the ${beyond} The file says:\n${text.replaceAll('\n', ' ')}`,
      remark:
        field === 'due' || field === 'lead'
          ? `The ${field === 'due' ? 'due date' : 'lead'} is not the one in the record. If it moved, add it to the update with a reason.`
          : `The ${beyond} Its words stand in a comment.`,
    };
  });
}
