/**
 * What the rows of a table say, before it is written as records. Every text is kept as the pieces
 * of cells that it is made of, so that the account can follow each word.
 */
import type { Field } from '../columns/column-names.ts';
import type { RowQuestion } from '../questions/question.ts';
import type { CellQuestion } from '../table.ts';

/** The text of one cell, or a part of it. */
export interface Piece {
  /** Place of the row in the table’s rows, and of the cell in the row. */
  row: number;
  column: number;
  text: string;
}

/** A theme that a table names. */
export interface ThemeRead {
  number: Piece[];
  title: Piece[];
  /** The heading as it first appears in the file, number and all. */
  printed: Piece[];
  /** Where later rows print it again. */
  repeats: Piece[];
  /** Why it may be no theme. */
  doubt?: string;
}

/** An outcome that a table names. */
export interface OutcomeRead {
  theme: ThemeRead;
  number: Piece[];
  wording: Piece[];
  /** Where later rows print it again. */
  repeats: Piece[];
}

/** The columns that say something of one action. */
export const actionTexts = [
  'number',
  'carried over from',
  'action',
  'lead',
  'partner',
  'due',
  'measure',
  'status',
  'rag',
  'progress',
] as const satisfies readonly Field[];
export type ActionText = (typeof actionTexts)[number];

/** Whether a column holds a text of an action. */
export function isActionText(field: string | undefined): field is ActionText {
  return (actionTexts as readonly (string | undefined)[]).includes(field);
}

/** An action of a table, cell by cell. */
export interface ActionRead {
  outcome: OutcomeRead;
  /** The rows that it was taken from. */
  rows: number[];
  /** Which of the actions of its row it is, from 1, where that was split. */
  part?: number;
  texts: Record<ActionText, Piece[]>;
  /** Reports whose column says of when they are. */
  reports: { reported: string; field: 'status' | 'progress'; pieces: Piece[] }[];
  /** Columns that a record has no field for. */
  others: { heading: string; pieces: Piece[] }[];
  /** Cells that show an error or a formula, in place of words. */
  broken: Piece[];
  /** Footnotes and addresses of links. */
  beside: Piece[];
  /** Cells that stand for several rows: they are printed once and hold for each. */
  shared: ActionText[];
  /** Cells that say “as above”, and what is above. */
  asAbove: { cell: Piece; above: Piece }[];
  /** Cells that say “as above” of what the record has whole. */
  repeated: Piece[];
  /** Its lead may be the one above. */
  mayShareLead: boolean;
  /** Why it may be no action, or not a whole one. */
  doubts: string[];
  /** Cells whose text does not say all that people see, by what they are for. */
  unsaid: { field: string; column: number; row: number; question: CellQuestion }[];
}

/** What was corrected in a row. */
export interface Repair {
  row: number;
  text: string;
}

/** Rows whose words need no place in a record: what they are, and why. */
export interface PassedRow {
  row: number;
  kind: 'heading' | 'furniture' | 'empty';
  why: string;
}

/** All that was read of a table. */
export interface TableRead {
  /** The plan’s title, where the file begins with it. */
  title: Piece[];
  themes: ThemeRead[];
  outcomes: OutcomeRead[];
  actions: ActionRead[];
  /** Words that no record has a place for: they are kept in a comment of the plan. */
  unplaced: { piece: Piece; why: string }[];
  passed: PassedRow[];
  repairs: Repair[];
  questions: RowQuestion[];
  /** Each heading and what its column was read as; undefined for one that is kept in comments. */
  columns: { heading: string; field: string | undefined }[];
}

/** What is read of a table before any of its rows. */
export function emptyTableRead(): TableRead {
  return {
    title: [],
    themes: [],
    outcomes: [],
    actions: [],
    unplaced: [],
    passed: [],
    repairs: [],
    questions: [],
    columns: [],
  };
}

/** The pieces as one text: pieces of one row on lines of their own, what goes on in a later row after a space. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.reduce((text, piece, at) => {
    if (at === 0) return piece.text;
    return `${text}${piece.row === pieces[at - 1]!.row ? '\n' : ' '}${piece.text}`;
  }, '');
}

/** What cells say: where one says “as above”, what is above it. */
export function saidIn(pieces: readonly Piece[], { asAbove }: ActionRead): string {
  return textOf(
    pieces.map((piece) => {
      const above = asAbove.find(({ cell }) => cell === piece)?.above;
      return above === undefined ? piece : { ...piece, text: above.text };
    }),
  );
}

/** Words that no record has a place for. */
export function leave(read: TableRead, pieces: readonly Piece[], why: string): void {
  for (const piece of pieces) read.unplaced.push({ piece, why });
}

/** Notes what was repaired in a row, so that a person is told. */
export function repaired(read: TableRead, row: number, text: string): void {
  read.repairs.push({ row, text });
}

/** A person has to look at the row. */
export function ask(read: TableRead, row: number, text: string): void {
  read.questions.push({ kind: text, ask: text, rows: [row] });
}
