import { parseDueDate, type DueDate } from '../../domain/due-date.ts';
import { nearest } from '../../domain/nearest.ts';
import { comparableWords } from '../account/comparable-words.ts';
import { plainName, type Field } from '../columns/column-names.ts';
import { actionOfRow } from './action-of-row.ts';
import { headingsIn, type Columns } from '../columns/find-headings.ts';
import { ticksAsWords } from '../columns/tick-columns.ts';
import type { Mapping } from '../questions/mapping.ts';
import { wrappedLines } from '../../records/yaml/with-comments.ts';
import { wordsOfRecord } from './record-text.ts';
import { staleHeading } from './site-table.ts';
import {
  makeStatement,
  statusAsked,
  statusToAnswer,
  type StatusQuestion,
} from '../make/make-statement.ts';
import type { RowQuestion } from '../questions/question.ts';
import type { StatementRecord } from '../../schema/statement.ts';
import { CannotRun, type Row, type Table } from '../table.ts';

/** What became of one row of a progress round. */
export interface RoundEntry {
  place: string;
  result: 'taken' | 'there already' | 'needs you' | 'skipped';
  reference?: string;
  remarks: string[];
}

export interface Round {
  entries: RoundEntry[];
  /** Reference → what is reported of the action. */
  statements: Map<string, StatementRecord>;
  /** Reference → lines for an editor, who finds them above what is reported of the action. */
  notes: Map<string, string[]>;
  /** Actions of the plan that the file does not name. */
  silent: string[];
  /** What a person can answer in the file of answers. */
  questions: RowQuestion[];
}

/** Said of a row that names an action, and leaves the rest empty. */
export const reportsNothing = 'It reports nothing.';

export interface RoundSetting {
  reported: DueDate;
  /** The plan’s code, as in DON 2.1.2. */
  code: string;
  mapping: Pick<Mapping, 'columns' | 'reportDates' | 'statuses'>;
  /** The plan’s own record, as text: words of themes and outcomes are there. */
  planText: string;
  /** Reference → what other reports of the same date by the same body say, by the names of their files. */
  said: ReadonlyMap<string, ReadonlyMap<string, StatementRecord>>;
}

/**
 * Turns a table of what was reported into one report: a part for each row that names an action.
 *
 * @param actions reference → the record as it is
 */
export function planProgress(
  table: Table,
  setting: RoundSetting,
  actions: ReadonlyMap<string, string>,
): Round {
  const entries: RoundEntry[] = [];
  const round: Round = {
    entries,
    statements: new Map(),
    notes: new Map(),
    silent: [],
    questions: [],
  };
  const named = new Set<string>();
  let columns: Columns | undefined;
  let found = false;
  for (const [at, row] of ticksAsWords(table).rows.entries()) {
    const filled = row.cells.filter((cell) => cell.text !== '');
    const passed = (why: string) =>
      entries.push({ place: row.place, result: 'skipped', remarks: [why] });
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
        remarks: [`It is outside the table, so it was not taken: ${said}`],
      });
    } else {
      const entry = readReport({ row, at }, columns, setting, actions, round, named);
      entries.push(entry);
    }
  }
  if (!found) {
    throw new CannotRun(
      'No row of headings was found. One row must name the columns, such as Ref, Status, Progress. If your columns have other names, write in a separate file what each is for, as  columns:  and under it  Our news: progress , and import with --mapping FILE.',
    );
  }
  return { ...round, silent: [...actions.keys()].filter((reference) => !named.has(reference)) };
}

function readReport(
  { row, at }: { row: Row; at: number },
  columns: Columns,
  setting: RoundSetting,
  actions: ReadonlyMap<string, string>,
  { statements, notes, questions }: Pick<Round, 'statements' | 'notes' | 'questions'>,
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
  const since =
    row.cells.find((_, column) => columns.headings[column] === staleHeading)?.text ?? '';
  if (since !== '') {
    needsYou(
      `It was last reported on in ${since}, which this table does not have yet, so nothing was written. Download the table from the site again. The row says: ${everything}`,
    );
    return entry;
  }
  const { statement, question, doubts } = statementIn(row, columns, setting, cell);
  const text = actions.get(reference)!;
  const unsaid = unsaidCells(row, columns, [...wordsOfRecord(text), ...wordsOfPlan(setting)]);
  const comments = unsaid.map(({ comment }) => comment);
  if (Object.keys(statement).length === 0 && comments.length + doubts.length === 0) {
    entry.result = 'skipped';
    entry.remarks.push(reportsNothing);
    return entry;
  }
  for (const [file, earlier] of setting.said.get(reference) ?? []) {
    if (Object.keys(statement).length === 0) break;
    if (saysTheSame(earlier, statement)) {
      entry.result = 'there already';
      // What could not be taken the first time is still in no report.
      for (const doubt of doubts) needsYou(doubt);
      return entry;
    }
    needsYou(
      `${file} is also from ${setting.reported.display}, and says something else about it. Nothing was written. The row says: ${everything}`,
    );
    return entry;
  }
  if (Object.keys(statement).length > 0) {
    statements.set(reference, statement);
    notes.set(
      reference,
      comments.flatMap(wrappedLines).map((line) => `# ${line}`.trimEnd()),
    );
  }
  if (question !== undefined) {
    const asked = statusToAnswer(question, at);
    needsYou(
      asked?.kind === 'status'
        ? `Which status do these words mean? “${question.found}”`
        : (asked?.ask ?? statusAsked(question)),
    );
    if (asked !== undefined) questions.push(asked);
  }
  for (const doubt of doubts) needsYou(doubt);
  for (const { remark } of unsaid) needsYou(remark);
  return entry;
}

/** Columns that only a table of progress has: what moved, and why. */
const movedColumns = ['new due date', 'reason'] as const;

/** Every row of a round asks for the words of the same plan. */
function wordsOfPlan(setting: RoundSetting): readonly string[] {
  const words = planWords.get(setting) ?? wordsOfRecord(setting.planText);
  planWords.set(setting, words);
  return words;
}

const planWords = new WeakMap<RoundSetting, readonly string[]>();

/** What the cells of a row report, and what a person is asked about them. */
function statementIn(
  row: Row,
  { headings, fields }: Columns,
  { mapping, reported }: RoundSetting,
  cell: (field: string) => string,
): { statement: StatementRecord; question: StatusQuestion | undefined; doubts: string[] } {
  const of = (name: (typeof movedColumns)[number]) =>
    row.cells.find((_, column) => plainName(headings[column] ?? '') === name)?.text ?? '';
  const made = makeStatement(
    { status: cell('status'), rag: cell('rag'), progress: cell('progress') },
    mapping.statuses,
    reported,
  );
  const due = of('new due date');
  const reason = of('reason').replaceAll(/\s+/g, ' ');
  const isWithdrawn = made.question?.kind === 'withdrawn' && reason !== '';
  const { status_text: words, ...others } = made.statement;
  const statement: StatementRecord = {
    ...(isWithdrawn && { status: 'withdrawn' as const }),
    // A status that was chosen from a list is not said twice.
    ...(isWithdrawn && words?.toLowerCase() === 'withdrawn' ? others : made.statement),
  };
  const doubts: string[] = [];
  if (due !== '') {
    if (!parseDueDate(due).ok)
      doubts.push(
        `“${due}” cannot be read as a date, so it was not taken. Write it in another way, such as March 2027, and import the table again.`,
      );
    else if (reason === '') {
      doubts.push(
        `The due date moved to ${due}, and no reason is given, so it was not taken. Write why in the column “Reason”, and import the table again.`,
      );
    } else statement.due = due;
  }
  if (reason !== '' && Object.keys(statement).length > 0) statement.reason = reason;
  // An empty cell in the column for the status means that the report gives none.
  const isLeftOpen = fields.includes('status') && cell('status') + cell('rag') === '';
  return {
    statement,
    question:
      made.question === undefined ||
      isWithdrawn ||
      (isLeftOpen && made.question.kind === 'which status')
        ? undefined
        : made.question,
    doubts,
  };
}

function saysTheSame(a: StatementRecord, b: StatementRecord): boolean {
  const fields = ['status', 'status_text', 'rag', 'text', 'due', 'reason'] as const;
  const words = (text: string | undefined) => comparableWords(text ?? '').join(' ');
  return fields.every((field) => words(a[field]) === words(b[field]));
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
    const name = plainName(headings[column] ?? '');
    if (movedColumns.some((moved) => moved === name)) return [];
    if (known.includes(` ${comparableWords(text).join(' ')} `)) return [];
    const beyond = `column “${headings[column] ?? ''}” says what the record does not.`;
    return {
      comment: `needs you: the ${beyond} The file says:\n${text.replaceAll('\n', ' ')}`,
      remark:
        field === 'due' || field === 'lead'
          ? `The ${field === 'due' ? 'due date' : 'lead'} differs from the one in the record. If it moved, add it to the report with a reason.`
          : `The ${beyond} Its words are in a comment.`,
    };
  });
}
