import { comparableWords } from '../account/comparable-words.ts';
import type { Field } from '../columns/column-names.ts';
import type { Columns } from '../columns/find-headings.ts';
import type { CellQuestion, Row } from '../table.ts';
import { partNumber } from './unnamed-numbers.ts';
import {
  actionTexts,
  isActionText,
  type ActionRead,
  type ActionText,
  type OutcomeRead,
  type Piece,
} from './table-read.ts';

/** The cells of a row that say something. A dash or a bullet alone is how people leave a cell empty. */
export function filledCells(at: number, { cells }: Row): Piece[] {
  return cells.flatMap(({ text }, column) =>
    comparableWords(text).length === 0 ? [] : [{ row: at, column, text }],
  );
}

/** Whether a row only draws a line, as text tables do under their headings. */
export function isRule(pieces: readonly Piece[]): boolean {
  return pieces.length > 0 && pieces.every(({ text }) => /^[:\-–—=_*~.\s]{2,}$/.test(text));
}

/** What is beside the cells of a row: footnotes and addresses of links. */
export function besideCells(at: number, { cells }: Row): Piece[] {
  return cells.flatMap(({ beside = [] }, column) =>
    beside.map((text) => ({ row: at, column, text })),
  );
}

/** Marks and words that repeat the cell above. */
export function isAsAbove(text: string): boolean {
  return /^(?:["”“″〃]|''|-\s?["”]\s?-|ditto|as above|same as above)\.?$/i.test(text);
}

function isBroken(question: CellQuestion | undefined): boolean {
  return question?.kind === 'no value' || question?.kind === 'error';
}

/** In the place of a rating this is no mark of a list. */
const coloured = /^[●◐◑◒◓◔◕]$/u;

/** What a status cell shows is kept in the words of the file, whatever it is. */
function isStatus(field: Field | undefined): boolean {
  return field === 'status' || field === 'rag';
}

/** A row under headings: its filled cells, and what each of them is for. */
export class FilledRow {
  /** Its place in the table’s rows. */
  readonly at: number;
  readonly row: Row;
  readonly pieces: readonly Piece[];
  readonly columns: Columns;
  /** The number that is before the words of the action. */
  readonly numberBefore: Piece[] = [];
  /** Cells that show an error or a formula, and so do not say what they should. */
  readonly broken: readonly Piece[];
  /** The table has its numbers before the words of its actions. */
  readonly hasNumberBefore: boolean;
  private readonly numbersAreOutcomes: boolean;

  constructor(
    at: number,
    row: Row,
    pieces: readonly Piece[],
    columns: Columns,
    numbersAreOutcomes: boolean,
    hasNumberBefore = false,
  ) {
    this.at = at;
    this.row = row;
    this.columns = columns;
    this.hasNumberBefore = hasNumberBefore;
    this.broken = row.cells.flatMap(({ text, question }, column) =>
      isBroken(question) && !isStatus(columns.fields[column]) ? [{ row: at, column, text }] : [],
    );
    const said = pieces.filter(({ column }) => !this.broken.some((cell) => cell.column === column));
    this.pieces = !hasNumberBefore
      ? said
      : said.map((piece) => {
          const parted = this.fieldOf(piece) === 'action' ? partNumber(piece) : undefined;
          if (parted === undefined || this.numberBefore.length > 0) return piece;
          this.numberBefore.push(parted.number);
          return parted.rest;
        });
    this.numbersAreOutcomes = numbersAreOutcomes;
  }

  fieldOf({ column }: Piece): Field | undefined {
    return this.columns.fields[column];
  }

  of(field: Field): Piece[] {
    const own = this.pieces.filter(
      (piece) => this.fieldOf(piece) === field && !this.repeatsGroup(piece),
    );
    return field === 'number' ? [...this.numberBefore, ...own] : own;
  }

  outcomeNumber(): Piece[] {
    return [...this.of('outcome number'), ...(this.numbersAreOutcomes ? this.of('number') : [])];
  }

  /** “As above” in place of a theme or an outcome: the one above goes on. */
  repeatsGroup(piece: Piece): boolean {
    const field = this.fieldOf(piece);
    return (field === 'theme' || field === 'outcome') && isAsAbove(piece.text);
  }

  /** Whether a cell tells of the row’s theme or outcome, and not of its action. */
  isForGroup(piece: Piece): boolean {
    if (this.repeatsGroup(piece)) return false;
    const field = this.fieldOf(piece);
    if (field === 'number') return this.numbersAreOutcomes;
    return field === 'theme' || field === 'outcome' || field === 'outcome number';
  }
}

/** An action without words yet. */
export function emptyAction(outcome: OutcomeRead, row: number): ActionRead {
  const texts = Object.fromEntries(actionTexts.map((name) => [name, [] as Piece[]]));
  return {
    outcome,
    rows: [row],
    texts: texts as Record<ActionText, Piece[]>,
    reports: [],
    others: [],
    broken: [],
    repeated: [],
    mayShareLead: false,
    beside: [],
    shared: [],
    asAbove: [],
    doubts: [],
    unsaid: [],
  };
}

/** Puts each cell of a row under the field that its column is for, or under the column’s heading. */
export function fillAction(action: ActionRead, row: FilledRow): void {
  action.texts.number.push(...row.numberBefore);
  for (const piece of row.pieces) {
    if (row.isForGroup(piece)) continue;
    const field = row.fieldOf(piece);
    const reported = row.columns.reported[piece.column];
    if (reported !== undefined && (field === 'status' || field === 'progress')) {
      action.reports.push({ reported, field, pieces: [piece] });
    } else if (row.repeatsGroup(piece)) action.repeated.push(piece);
    else if (isActionText(field)) action.texts[field].push(piece);
    else keepUnderHeading(action, row.columns.headings[piece.column] ?? '', piece);
  }
  action.broken.push(...row.broken.filter(({ text }) => text !== ''));
  action.beside.push(...besideCells(row.at, row.row));
  for (const [column, { question: asked, text }] of row.row.cells.entries()) {
    const isSign = isStatus(row.columns.fields[column]) && coloured.test(text);
    const question = isSign ? ({ kind: 'sign', sign: text } as const) : asked;
    if (question === undefined) continue;
    const field = row.columns.fields[column] ?? 'note';
    action.unsaid.push({ field, column, row: row.at, question });
  }
}

function keepUnderHeading({ others }: ActionRead, heading: string, piece: Piece): void {
  const known = others.find((other) => other.heading === heading);
  if (known === undefined) others.push({ heading, pieces: [piece] });
  else known.pieces.push(piece);
}
