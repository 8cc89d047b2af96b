/**
 * What the rows of a table say, before it is written as records. Every text is kept as the pieces
 * of cells that it is made of, so that the account can follow each word.
 */

/** The text of one cell, or a part of it. */
export interface Piece {
  /** Place of the row in the table’s rows, and of the cell in the row. */
  row: number;
  column: number;
  text: string;
}

export interface DraftTheme {
  number: Piece[];
  title: Piece[];
  /** The heading as it first stands in the file, number and all. */
  printed: Piece[];
  /** Where later rows print it again. */
  repeats: Piece[];
}

export interface DraftOutcome {
  theme: DraftTheme;
  number: Piece[];
  wording: Piece[];
  /** Where later rows print it again. */
  repeats: Piece[];
}

export const actionTexts = [
  'number',
  'action',
  'lead',
  'partner',
  'due',
  'measure',
  'status',
  'progress',
] as const;
export type ActionText = (typeof actionTexts)[number];

export function isActionText(field: string | undefined): field is ActionText {
  return (actionTexts as readonly (string | undefined)[]).includes(field);
}

export interface DraftAction {
  outcome: DraftOutcome;
  /** The rows that it was taken from. */
  rows: number[];
  texts: Record<ActionText, Piece[]>;
  /** Columns that a record has no field for. */
  others: { heading: string; pieces: Piece[] }[];
  /** Cells that Word says stand for several rows: they are printed once and hold for each. */
  shared: ActionText[];
}

/** What was done with a row, apart from simply taking it. */
export interface Remark {
  row: number;
  kind: 'repaired' | 'needs you';
  text: string;
}

export interface Draft {
  themes: DraftTheme[];
  outcomes: DraftOutcome[];
  actions: DraftAction[];
  /** Words that no record has a place for: they are kept in a comment of the plan. */
  unplaced: { piece: Piece; why: string }[];
  /** Rows with nothing to take, and why. */
  passed: { row: number; why: string; headings?: boolean }[];
  remarks: Remark[];
}

export function emptyDraft(): Draft {
  return { themes: [], outcomes: [], actions: [], unplaced: [], passed: [], remarks: [] };
}

/** The pieces as one text: pieces of one row on lines of their own, what goes on in a later row after a space. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.reduce((text, piece, at) => {
    if (at === 0) return piece.text;
    return `${text}${piece.row === pieces[at - 1]!.row ? '\n' : ' '}${piece.text}`;
  }, '');
}
