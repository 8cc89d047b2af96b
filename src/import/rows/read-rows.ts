import { parseDueDate } from '../../domain/due-date.ts';
import {
  headingsIn,
  headingsInTwoRows,
  type Columns,
  type OwnColumns,
} from '../columns/find-headings.ts';
import { isDateLike, isTime, maybeFor, plainName, readHeading } from '../columns/column-names.ts';
import type { RowAnswer } from '../questions/question.ts';
import { CannotRun, type Row, type Table } from '../table.ts';
import {
  ask,
  emptyTableRead,
  leave,
  textOf,
  type PassedRow,
  type Piece,
  type TableRead,
} from './table-read.ts';
import { besideCells, filledCells, FilledRow, isRule } from './filled-row.ts';
import { isNoteText } from './foot-rows.ts';
import { namesGroupLead } from './group-leads.ts';
import { Groups, leaveUnserved } from './groups.ts';
import { numberPlace, type NumberPlace } from './unnamed-numbers.ts';
import { RowsUnderHeadings } from './rows-under-headings.ts';

export interface RowOptions extends OwnColumns {
  /** Join a row that goes on with the one before it, as a page break leaves it. */
  joinRows: boolean;
  /** Place of a row → what a person said that it is. */
  rows: ReadonlyMap<string, RowAnswer>;
  /** Whether an empty lead means the one above; undefined where nobody has said. */
  leadsAsAbove: boolean | undefined;
}

/**
 * Reads the rows of a table as themes, outcomes and actions.
 *
 * A row with one filled cell opens a theme or an outcome. An outcome or theme that is printed once
 * holds for the rows below it. With `joinRows` a row without a number and without a due date goes
 * on with the action above, cell by cell.
 *
 * @throws CannotRun if no row holds headings, or no action is under them
 */
export function readRows(table: Table, options: RowOptions): TableRead {
  const read = emptyTableRead();
  const reader = new TableReader(table, options, read);
  for (const [at, row] of table.rows.entries()) reader.read(at, row);
  reader.finish();
  refuseEmpty(read, table, options);
  leaveUnserved(read);
  return read;
}

/** Tells rows under headings from the headings, from empty rows and from what is outside the table. */
class TableReader {
  private columns: Columns | undefined;
  private block = -1;
  /** The block has had headings of its own. */
  private hasHeadings = false;
  /** Where numbers are, if no column is called so. */
  private numberPlace: NumberPlace;
  /** The rows are of a table of something else, up to the next headings or another sheet. */
  private inOtherTable = false;
  /** The row is the second of the headings above it. */
  private secondRow = -1;
  /** The level of the heading in the document that the theme has. */
  private themeLevel: number | undefined;
  /** Texts that are before a table: the last heading among them is that of its theme. */
  private waiting: { at: number; row: Row }[] = [];

  private readonly table: Table;
  private readonly options: RowOptions;
  private readonly numbersAreOutcomes: boolean;
  private readonly result: TableRead;
  private readonly groups: Groups;
  private readonly underHeadings: RowsUnderHeadings;

  constructor(table: Table, options: RowOptions, result: TableRead) {
    this.table = table;
    this.options = options;
    this.numbersAreOutcomes = numbersAreOutcomes(table, options);
    this.result = result;
    this.groups = new Groups(result);
    this.underHeadings = new RowsUnderHeadings(result, this.groups, options);
  }

  read(at: number, row: Row): void {
    if (row.block !== this.block) this.openBlock(row);
    if (row.kind === 'paragraph') {
      this.waiting.push({ at, row });
      return;
    }
    const pieces = filledCells(at, row);
    const headings = at === this.secondRow ? this.columns : this.headingsHere(at, row);
    if (pieces.length === 0) this.passEmpty(at, row);
    else if (isRule(pieces)) this.pass({ row: at, kind: 'furniture', why: 'It draws a line.' });
    else if (headings !== undefined) this.openColumns(at, row, headings);
    else if (this.isOtherTable(at, row, pieces)) this.openOtherTable(at, row, pieces);
    else if (this.columns === undefined) this.waiting.push({ at, row });
    else {
      this.takeWaiting(at);
      this.underHeadings.take(
        new FilledRow(
          at,
          row,
          pieces,
          this.columns,
          this.numbersAreOutcomes,
          this.numberPlace === 'before the action',
        ),
        this.options.rows.get(row.place),
        this.numberBelow(at),
      );
    }
  }

  /**
   * After an empty row, several short names of which none fits its column: the headings of a table
   * of something else, such as risks.
   */
  private isOtherTable(at: number, row: Row, pieces: readonly Piece[]): boolean {
    const { columns } = this;
    if (this.inOtherTable) return true;
    const said = this.options.rows.get(row.place);
    if (columns === undefined || (said !== undefined && said !== 'note' && said !== 'keep'))
      return false;
    const above = this.table.rows[at - 1];
    const isParted = above?.block === row.block && filledCells(at - 1, above).length === 0;
    const numbers = columns.fields.indexOf('number');
    const last = this.result.actions.at(-1);
    const areNumbered = numbers >= 0 && last !== undefined && /\d/.test(textOf(last.texts.number));
    const number = row.cells[numbers]?.text ?? '';
    return (
      isParted &&
      areNumbered &&
      pieces.length > 2 &&
      number !== '' &&
      pieces.every(({ text }) => text.length <= 40 && !/\d|[.;!]$/.test(text)) &&
      headingsIn(row, this.options) === undefined
    );
  }

  /** The words of another table are kept, and a person is asked once whether it is one. */
  private openOtherTable(at: number, row: Row, pieces: Piece[]): void {
    leave(
      this.result,
      [...pieces, ...besideCells(at, row)],
      'It is in a table that is not of actions.',
    );
    if (this.inOtherTable) return;
    this.inOtherTable = true;
    if (this.options.rows.has(row.place)) return;
    ask(
      this.result,
      at,
      'After an empty row another table seems to begin here. Its words are in comments in plan.yaml. Say note if that is right, or action to read its rows as actions.',
    );
  }

  /** The rows under headings, up to the next ones. */
  private rowsBelow(at: number): readonly Row[] {
    const { rows } = this.table;
    const from = this.secondRow === at + 1 ? at + 2 : at + 1;
    const end = rows.findIndex(
      (row, below) => below >= from && headingsIn(row, this.options, this.columns) !== undefined,
    );
    return rows.slice(from, end < 0 ? undefined : end);
  }

  /** The number in the next row that has any words. */
  private numberBelow(at: number): string {
    const column = this.columns?.fields.indexOf('number') ?? -1;
    const next = this.table.rows
      .slice(at + 1, at + 6)
      .find(
        (row) =>
          row.cells.some(({ text }) => text !== '') &&
          headingsIn(row, this.options, this.columns) === undefined,
      );
    return next?.cells[column]?.text ?? '';
  }

  /** What is after the last table is left over. */
  finish(): void {
    this.leaveWaiting('It is outside the table.');
    this.underHeadings.groupLeads.close();
  }

  private openBlock(row: Row): void {
    if (this.block >= 0) {
      const before = this.waiting.filter((text) => text.row.kind === 'row');
      this.leaveWaiting('It is outside the table.', before);
    }
    this.block = row.block;
    this.inOtherTable = false;
    this.hasHeadings = false;
    const goesOn =
      this.table.headingsGoOn &&
      (row.kind === 'paragraph' || row.cells.length === this.columns?.fields.length);
    if (!goesOn) this.columns = undefined;
  }

  private headingsHere(at: number, row: Row): Columns | undefined {
    const { columns, hasHeadings } = this;
    // A new table may have headings of its own; under headings only their names are headings again.
    const isFirst = columns === undefined || !hasHeadings;
    const below = this.table.rows[at + 1];
    const inTwo = isFirst ? headingsInTwoRows(row, below, this.options) : undefined;
    const repeated = columns === undefined ? undefined : headingsIn(row, this.options, columns);
    const found = repeated ?? (isFirst ? headingsIn(row, this.options) : undefined);
    if (inTwo !== undefined && isWhole(inTwo)) {
      this.secondRow = at + 1;
      return inTwo;
    }
    return found;
  }

  private openColumns(at: number, row: Row, headings: Columns): void {
    const isNew = headings !== this.columns;
    this.inOtherTable = false;
    this.hasHeadings = true;
    if (isNew) {
      this.columns = headings;
      this.numberPlace = numberPlace(headings, this.rowsBelow(at));
      if (typeof this.numberPlace === 'object') {
        headings.fields[this.numberPlace.column] = 'number';
      }
      keepLevelsApart(headings, this.rowsBelow(at));
      keepTargetsApart(headings, this.rowsBelow(at));
      takeDatesOfCompletion(headings, this.rowsBelow(at));
      this.takeResults(at, headings, this.rowsBelow(at));
      this.takeWaiting(at);
      this.noteColumns(at, headings);
    }
    const again = !isNew && at !== this.secondRow;
    this.pass({
      row: at,
      kind: again ? 'furniture' : 'heading',
      why: again ? 'It repeats the headings.' : 'It holds the headings.',
    });
    leave(this.result, besideCells(at, row), 'It is beside a heading.');
  }

  /**
   * A column “Outcome” on the right of the actions, with a cell for some of them only, says what comes of
   * them: an empty cell there does not go on with the one above.
   */
  private takeResults(at: number, { headings, fields }: Columns, rows: readonly Row[]): void {
    const column = fields.indexOf('outcome');
    const action = fields.indexOf('action');
    const heading = headings[column] ?? '';
    if (column < action || this.options.columns.has(plainName(heading))) return;
    const isSaid = (cells: Row['cells'], field: string) =>
      cells.some(({ text }, other) => fields[other] === field && text !== '');
    // A row without a lead or a date may be a heading.
    const isEmpty = ({ kind, cells }: Row) =>
      kind === 'row' &&
      (cells[action]?.text ?? '') !== '' &&
      (isSaid(cells, 'lead') || isSaid(cells, 'due')) &&
      (cells[column]?.text ?? '') === '' &&
      cells[column]?.covered !== true;
    if (!rows.some(isEmpty)) return;
    fields[column] = fields.includes('measure') ? 'note' : 'measure';
    this.result.questions.push({
      kind: `column ${heading}`,
      ask: `“${heading}” is on the right of the actions and is empty for some of them. It was taken for ${fields[column] === 'note' ? 'a note' : 'a measure of success'}. Write ${fields[column]} if that is right, or outcome if it says what the actions are for.`,
      rows: [at],
      answer: { part: 'columns', key: heading },
    });
  }

  private noteColumns(at: number, { headings, fields, doubts }: Columns): void {
    for (const [column, heading] of headings.entries()) {
      if (heading === '') continue;
      const known = this.result.columns.some((other) => other.heading === heading);
      if (!known) this.result.columns.push({ heading, field: fields[column] });
    }
    this.askOfUnknown(at, headings, fields, doubts);
    for (const { heading, field, taken, isDate } of doubts) {
      this.result.questions.push(
        isDate
          ? {
              kind: 'dated column',
              ask: 'The headings of these columns only name a time. They do not say what is below them. Say progress if it was reported then. note keeps it in comments.',
              rows: [at],
              answer: { part: 'columns', key: heading },
            }
          : taken === undefined
            ? {
                kind: 'report date',
                ask: 'These columns hold reports, but their headings do not say which year they are from. Give each a date, such as June 2025. Until then their words are kept in comments.',
                rows: [at],
                answer: { part: 'report_dates', key: heading },
              }
            : taken === heading
              ? {
                  kind: `column ${heading}`,
                  ask: `Several columns are called “${heading}”. The first was taken, and the others are kept in comments. Give each its own name in the file, and import again.`,
                  rows: [at],
                }
              : {
                  kind: `column ${heading}`,
                  ask: `The columns “${taken}” and “${heading}” are both for: ${field}. “${taken}” was taken, and “${heading}” is kept in comments. Say what “${heading}” is for. note leaves it there.`,
                  rows: [at],
                  answer: { part: 'columns', key: heading },
                },
      );
    }
  }

  /** Where no column says by when, who or how far, one of a name that is not known may be it. */
  private askOfUnknown(
    at: number,
    headings: Columns['headings'],
    fields: Columns['fields'],
    doubts: Columns['doubts'],
  ): void {
    const rows = this.rowsBelow(at).filter(({ kind }) => kind === 'row');
    for (const [column, heading] of headings.entries()) {
      const isAsked = doubts.some((doubt) => doubt.heading === heading);
      if (heading === '' || fields[column] !== undefined || isAsked) continue;
      const field = maybeFor(
        heading,
        rows.map(({ cells }) => cells[column]?.text ?? ''),
      );
      if (field === undefined || fields.includes(field)) continue;
      const isSaid = fields.some((one) => one === 'status' || one === 'rag' || one === 'progress');
      if ((field === 'status' && fields.includes('rag')) || (field === 'progress' && isSaid))
        continue;
      this.result.questions.push({
        kind: `no column for ${field}`,
        ask: `No column says ${missing[field]}, but one of these may. Write ${field} for the one that does. note keeps a column in comments.`,
        rows: [at],
        answer: { part: 'columns', key: heading },
      });
    }
  }

  private pass(row: PassedRow): void {
    this.result.passed.push(row);
  }

  private passEmpty(at: number, row: Row): void {
    this.pass({ row: at, kind: 'empty', why: 'It is empty.' });
    leave(this.result, besideCells(at, row), 'It is beside an empty row.');
  }

  /** The heading before a table is that of its theme; the plan’s title comes first of all. */
  private takeWaiting(at: number): void {
    if (this.waiting.length === 0) return;
    const texts = this.waiting.map((text) => ({ ...text, pieces: filledCells(text.at, text.row) }));
    const title = this.result.title.length === 0 && texts.find(isTitle);
    if (title) this.result.title = title.pieces;
    const headings = headingsAmong(texts.filter((text) => text !== title));
    // A table with a column of outcomes has them all: then any heading is of a theme.
    const hasOutcomes = this.columns?.fields.includes('outcome') === true;
    const last = headings.findLast(({ pieces }) => hasOutcomes || !isOutcomeHeading(pieces));
    const hasOwnOutcomes = this.hasOwnOutcomes(at) || isThemeHeading(last);
    const parent = hasOwnOutcomes ? undefined : parentOf(last, headings);
    const theme = parent ?? last;
    const outcome = headings.findLast(
      (text) =>
        text.at > (theme?.at ?? -1) && (isOutcomeHeading(text.pieces) || parent !== undefined),
    );
    const isOfWord = theme?.row.kind === 'paragraph' && typeof theme.row.style === 'number';
    const across =
      isOfWord && outcome === undefined
        ? texts.findLast((text) => text.at > theme.at && !headings.includes(text) && isAcross(text))
        : undefined;
    // A lead before the heading of the theme may be that of the table above.
    const lead = texts.findLast(
      ({ at: place, pieces }) => place > (theme?.at ?? outcome?.at ?? -1) && namesGroupLead(pieces),
    );
    const used = [title, theme, outcome, across, lead];
    this.leaveWaiting(
      'It is before the headings of the table.',
      this.waiting.filter(({ at }) => !used.some((text) => text && text.at === at)),
    );
    for (const { at, row } of this.waiting) {
      leave(this.result, besideCells(at, row), 'It is beside a heading.');
    }
    this.waiting = [];
    const goesOnAgain =
      theme !== undefined && (outcome ?? across) === undefined && this.groups.goesOn(theme.pieces);
    if (!goesOnAgain && (theme ?? outcome) !== undefined) this.underHeadings.groupLeads.close();
    if (lead !== undefined) this.underHeadings.groupLeads.set(lead.pieces);
    if (goesOnAgain) return;
    const level = levelOf(theme);
    // A heading below the heading of the current theme is an outcome.
    const goesOn =
      level !== undefined &&
      this.themeLevel !== undefined &&
      level > this.themeLevel &&
      outcome === undefined &&
      across === undefined &&
      !hasOwnOutcomes;
    if (theme !== undefined && goesOn) {
      this.groups.openOutcome([], theme.pieces);
      return;
    }
    if (theme !== undefined) {
      const [number, ...rest] = theme.pieces;
      if (rest.length > 0) this.groups.openTheme(rest, [number!]);
      else this.groups.openTheme(theme.pieces);
      this.themeLevel = level;
      this.underHeadings.themeIsAbove = isOfWord;
    }
    const opens = outcome ?? across;
    if (opens !== undefined) this.groups.openOutcome([], opens.pieces);
  }

  /** Whether the table has a column of outcomes, or rows that run across it, which then are its outcomes. */
  private hasOwnOutcomes(at: number): boolean {
    const { block } = this.table.rows[at]!;
    if (this.columns?.fields.includes('outcome')) return true;
    return this.table.rows.some(
      (row, other) =>
        row.block === block &&
        row.kind === 'row' &&
        isAcross({ at: other, row, pieces: filledCells(other, row) }),
    );
  }

  private leaveWaiting(
    why: string,
    texts: readonly { at: number; row: Row }[] = this.waiting,
  ): void {
    for (const { at, row } of texts) {
      leave(this.result, [...filledCells(at, row), ...besideCells(at, row)], why);
    }
    this.waiting = this.waiting.filter((text) => !texts.includes(text));
  }
}

/** What no column says. */
const missing = {
  due: 'by when things are to be done',
  lead: 'who leads',
  status: 'how far things have got',
  progress: 'how far things have got',
} as const;

/** A column “Priority” that says high, medium or low names no themes, and nobody has to be asked about it. */
function keepLevelsApart({ headings, fields, doubts }: Columns, rows: readonly Row[]): void {
  for (const [column, heading] of headings.entries()) {
    if (!/^priority\b/i.test(heading)) continue;
    const said = rows.flatMap(({ kind, cells }) =>
      kind === 'row' && (cells[column]?.text ?? '') !== '' && cells.length > 1
        ? [cells[column]!.text]
        : [],
    );
    if (said.length === 0 || !said.every((text) => level.test(text))) continue;
    if (fields[column] === 'theme') fields[column] = 'note';
    const asked = doubts.findIndex((doubt) => doubt.heading === heading);
    if (asked >= 0) doubts.splice(asked, 1);
  }
}

/** A column “Target” that gives no dates says what is to be reached. */
function keepTargetsApart({ headings, fields }: Columns, rows: readonly Row[]): void {
  for (const [column, heading] of headings.entries()) {
    if (fields[column] !== 'due' || !/^targets?$/i.test(heading)) continue;
    const said = rows.flatMap(({ kind, cells }) =>
      kind === 'row' && cells.length > 1 ? cells[column]?.text || [] : [],
    );
    if (said.length === 0 || said.some(isDateLike)) continue;
    fields[column] = fields.includes('measure') ? 'note' : 'measure';
  }
}

/** A column “Completion” that gives dates says by when, and not how far. */
function takeDatesOfCompletion({ headings, fields }: Columns, rows: readonly Row[]): void {
  const column = headings.findIndex((heading) => /^completion$/i.test(heading.trim()));
  if (fields[column] !== 'status' || fields.includes('due')) return;
  const said = rows.flatMap(({ kind, cells }) =>
    kind === 'row' && cells.length > 1 ? cells[column]?.text || [] : [],
  );
  const dates = said.filter(isDateLike);
  if (dates.length === 0 || dates.length * 2 < said.length) return;
  fields[column] = 'due';
  const rating = fields.indexOf('rag');
  if (rating >= 0 && !fields.includes('status')) fields[rating] = 'status';
}

const level =
  /^(?:very )?(?:high|medium|med|low|urgent|critical|important|normal|essential|desirable|must|should|could|[hml])(?: priority)?$/i;

interface WaitingText {
  at: number;
  row: Row;
  pieces: Piece[];
}

const ofPlan =
  /\b(?:plan|strategy|tracker|programme|framework|charter|pledges|commitments|action log|update|report)\b/i;
const ofGroup =
  /^(?:theme|priority|objective|outcome|aim|goal|section|part|strand|workstream)\b|^(?:(?:key|strategic) )?(?:pledge|commitment|ambition|pillar|domain|standard|principle|priority|theme|aim|objective) \d|^\d/i;

function isTitle({ row, pieces }: WaitingText): boolean {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || piece.text.length > 120) return false;
  if (isNoteText(piece.text) || namesGroupLead(pieces)) return false;
  if (row.style === 0) return true;
  return (
    row.style !== 'box' &&
    ofPlan.test(piece.text) &&
    !ofGroup.test(piece.text) &&
    !isSentence(piece.text)
  );
}

/** The headings among texts: where the document marks some as headings, a short line beside them is none. */
function headingsAmong(texts: readonly WaitingText[]): WaitingText[] {
  const headings = texts.filter(isHeading);
  const marked = headings.filter((text) => levelOf(text) !== undefined);
  const chosen =
    marked.length === 0
      ? headings
      : headings.filter((text) => marked.includes(text) || ofGroup.test(text.pieces[0]!.text));
  // “Our actions” over a table says nothing of it, where another heading does.
  const named = chosen.filter(({ pieces }) => !ofNothing.test(pieces[0]!.text));
  return named.length > 0 ? named : chosen;
}

const ofNothing =
  /^(?:(?:our|key|the)\s+)?(?:actions?|action plan|delivery plan|commitments|next steps|progress|what (?:we|will we|are we|do we)\b.{0,40}|how (?:we|will we)\b.{0,40}|table\s+\d+)[.:?]?$/i;

/** The level of a heading in the document, from 1. */
function levelOf(text: WaitingText | undefined): number | undefined {
  const style = text?.row.style;
  return typeof style === 'number' && style > 0 ? style : undefined;
}

/** A heading that says itself that it is of a theme. */
function isThemeHeading(text: WaitingText | undefined): boolean {
  return /^(?:theme|priority|pledge \d|commitment \d|pillar \d|(?:key|strategic) (?:priority|theme) \d)\b/i.test(
    text?.pieces[0]?.text ?? '',
  );
}

/** The heading that another one is directly below. */
function parentOf(
  heading: WaitingText | undefined,
  headings: readonly WaitingText[],
): WaitingText | undefined {
  const level = levelOf(heading);
  if (heading === undefined || level === undefined) return undefined;
  return headings.findLast((text) => text.at < heading.at && (levelOf(text) ?? level) < level);
}

function isHeading({ row, pieces }: WaitingText): boolean {
  if (isNumberedHeading({ row, pieces })) return true;
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || row.style === 'box') return false;
  const { text } = piece;
  if (isNoteText(text) || namesGroupLead(pieces)) return false;
  if (text.length > 160 || parseDueDate(text).ok) return false;
  if (typeof row.style === 'number' && row.style > 0) return true;
  if (ofGroup.test(text)) return true;
  return text.length <= 120 && !isSentence(text) && (row.kind === 'paragraph' || isCapitals(text));
}

/** “2 | Breaks”, above the headings of its table. */
function isNumberedHeading({ row, pieces }: Pick<WaitingText, 'row' | 'pieces'>): boolean {
  const [number, title, ...others] = pieces;
  if (number === undefined || title === undefined || others.length > 0) return false;
  return (
    row.kind === 'row' &&
    /^(?:(?:theme|priority|objective|aim|goal)\s+)?\d{1,2}\.?$/i.test(number.text) &&
    title.text.length <= 120 &&
    /^\p{Lu}/u.test(title.text) &&
    !isSentence(title.text) &&
    !isNoteText(title.text)
  );
}

/** A row of one cell that runs across the table. */
function isAcross({ row, pieces }: WaitingText): boolean {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || row.kind !== 'row') return false;
  if (isNoteText(piece.text) || namesGroupLead(pieces)) return false;
  const across = row.cells[piece.column]!.across ?? 1;
  return across > 1 && across === row.cells.length && !isSentence(piece.text);
}

function isSentence(text: string): boolean {
  return /[.!?;,:]["”’]?$/.test(text) && /\s/.test(text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

function isOutcomeHeading(pieces: readonly Piece[]): boolean {
  return /^(?:outcome|objective|aim|goal)\b|^\d+\.\d/i.test(pieces[0]?.text ?? '');
}

function isWhole({ fields }: Columns): boolean {
  return fields.includes('action') && new Set(fields.filter(Boolean)).size > 2;
}

/**
 * Whether the number column numbers outcomes: numbers are beside outcomes, none of which has two, and
 * some action has no number.
 */
function numbersAreOutcomes({ rows }: Table, own: OwnColumns): boolean {
  let columns: Columns | undefined;
  let someUnnumbered = false;
  let numbered = 0;
  let besideNone = 0;
  const numberOf = new Map<string, string>();
  for (const row of rows) {
    const headings = headingsIn(row, own, columns);
    if (headings !== undefined) {
      columns ??= headings;
      continue;
    }
    // The number of a row that was split is with its first part.
    if ((row.part ?? 1) > 1) continue;
    const said = (field: string) =>
      row.cells.find(({ text }, column) => columns?.fields[column] === field && text !== '')?.text;
    const [number, outcome] = [said('number'), said('outcome')];
    if (number === undefined) {
      someUnnumbered ||= said('action') !== undefined;
      continue;
    }
    numbered += 1;
    if (outcome === undefined) besideNone += 1;
    else if ((numberOf.get(outcome) ?? number) !== number) return false;
    else numberOf.set(outcome, number);
  }
  const hasOutcomes = columns?.fields.includes('outcome') === true;
  return hasOutcomes && numbered > 0 && besideNone * 4 < numbered && someUnnumbered;
}

function refuseEmpty({ passed, actions }: TableRead, table: Table, own: OwnColumns): void {
  if (!passed.some(({ kind }) => kind === 'heading')) {
    const labels = labelsBeside(table, own);
    if (labels !== undefined) {
      throw new CannotRun(
        `No row of headings was found. The names seem to be in the first column, beside what they say: ${labels.map((label) => `“${label}”`).join(', ')}. Write them across the top of one table, with a row below for each action, and import again.`,
      );
    }
    throw new CannotRun(
      `No row of headings was found. One row must name the columns, such as Action, Lead, By when. ${likeliestHeadings(table, own)}`,
    );
  }
  if (actions.length === 0) {
    throw new CannotRun(
      'The headings were found, but there is no action under them. Check whether the right column was taken for the actions. If not, write in a file of your own which one it is, as  columns:  and under it  Our promise: action , and import with --mapping FILE.',
    );
  }
}

/**
 * The labels of a table that has them in its first column: “Action 1”, “Lead”, “By when”. Undefined
 * where it has not.
 */
function labelsBeside({ rows }: Table, own: OwnColumns): string[] | undefined {
  const filled = rows.flatMap(({ kind, cells }) => {
    const texts = cells.flatMap(({ text }) => text || []);
    return kind === 'row' && texts.length > 0 ? [texts] : [];
  });
  const fieldOf = (label = '') =>
    readHeading(label.replace(/[\s:]*\d[\d.]*[.:)]?$/, ''), own.columns).field;
  const pairs = filled.filter((texts) => texts.length < 3 && fieldOf(texts[0]) !== undefined);
  const labels = new Map(pairs.toReversed().map(([label = '']) => [fieldOf(label), label]));
  if (pairs.length * 2 < filled.length || labels.size < 3) return undefined;
  return [...labels.values()].reverse().map((label) => label.replaceAll('\n', ' '));
}

/** The row that is most like headings, with what is known of it, and how to say the rest. */
function likeliestHeadings({ rows }: Table, own: OwnColumns): string {
  const readsOf = ({ cells }: Row) =>
    cells.flatMap(({ text }) =>
      text === '' ? [] : [{ text, field: readHeading(text, own.columns).field }],
    );
  const known = (row: Row) => readsOf(row).filter(({ field }) => field !== undefined).length;
  const likely = rows
    .filter(({ kind, cells }) => kind === 'row' && cells.some(({ text }) => text !== ''))
    .slice(0, 40)
    .reduce<Row | undefined>(
      (best, row) => (best === undefined || known(row) > known(best) ? row : best),
      undefined,
    );
  if (likely === undefined) return 'The file has no table.';
  const said = readsOf(likely).slice(0, 8);
  const names = said.map(({ text, field }) => {
    const short = text.replaceAll('\n', ' ');
    return `“${short.length > 40 ? `${short.slice(0, 39)}…` : short}” (${field ?? 'not known'})`;
  });
  const times = said.filter(({ text }) => isTime(text) || /^(?:year|phase) \d/i.test(text));
  if (times.length > 1) {
    return `In ${likely.place} the columns seem to be times: ${times.map(({ text }) => `“${text}”`).join(', ')}. If actions are below them, write a row for each action, with its time in a column By when.`;
  }
  const found = `The row most like headings is ${likely.place}: ${names.join(', ')}.`;
  // Too little of it is known to say that the rest are names of columns.
  if (said.filter(({ field }) => field !== undefined).length < 2 && said.length < 3) {
    return `${found} If the file has no row of headings, write one above the first action.`;
  }
  const example = said.find(({ field }) => field === undefined)?.text ?? said[0]?.text ?? '';
  const purpose = said.some(({ field }) => field === 'action') ? 'note' : 'action';
  return `${found} If it is, write in a file of your own what its columns are for, and import with --mapping FILE:
  columns:
    ${JSON.stringify(example.replaceAll(/\s+/g, ' ').slice(0, 60))}: ${purpose}
If the file has no row of headings, write one above the first action.`;
}
