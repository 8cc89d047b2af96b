import { clean, words } from './words.ts';

/**
 * A stretch of the source: one cell of one line of the scan, or a part of it. `start` is the place
 * of its first word within the cell, so that every word of the file has an address of its own and
 * it can be shown that none is lost and none is used twice.
 */
export interface Piece {
  line: number;
  column: number;
  start: number;
  text: string;
}

/** One cell of the table as the reader puts it together from pieces. */
export interface Cell {
  pieces: Piece[];
  /** The pieces' text; a reader sets it only where pieces are not simply joined with a space. */
  text: string;
}

export type CellName = 'action' | 'lead' | 'due' | 'measure' | 'status' | 'progress';
export const CELL_NAMES: readonly CellName[] = [
  'action',
  'lead',
  'due',
  'measure',
  'status',
  'progress',
];

export interface SourceTheme {
  title: Cell;
}

export interface SourceOutcome {
  theme: number;
  /** The number as printed; empty where outcomes carry none (national). */
  number: Cell;
  wording: Cell;
}

export interface SourceAction {
  ref: string;
  /** Place of its outcome in Source.outcomes. */
  outcome: number;
  /** The reference of its row as printed, or as decided where none is printed. */
  row: string;
  /** Where that reference is printed on the action's own row (national). */
  number: Cell;
  /** A cell that the table of this plan does not have is left out. */
  cells: Partial<Record<CellName, Cell>>;
}

export interface Source {
  plan: string;
  /** Every cell of every line of the file: the whole of what there is to account for. */
  everything: Piece[];
  furniture: Piece[];
  themes: SourceTheme[];
  outcomes: SourceOutcome[];
  actions: SourceAction[];
}

export function cellOf(...pieces: Piece[]): Cell {
  const filled = pieces.filter((piece) => piece.text !== '');
  return { pieces: filled, text: filled.map((piece) => piece.text).join(' ') };
}

export function joined(...cells: (Cell | undefined)[]): Cell {
  return cellOf(...cells.flatMap((cell) => cell?.pieces ?? []));
}

/** The addresses of a piece's words. */
export function addresses(piece: Piece): string[] {
  return words(piece.text).map((_, at) => `${piece.line}:${piece.column}:${piece.start + at}`);
}

/** Cuts a piece in two just before the words given, which must be in it exactly once. */
function cut(piece: Piece, before: string): [Piece, Piece] {
  const at = piece.text.indexOf(before);
  if (at < 0 || piece.text.indexOf(before, at + 1) >= 0) {
    throw new Error(`Line ${piece.line}: "${before}" does not appear exactly once in its cell`);
  }
  const head = piece.text.slice(0, at);
  const start = piece.start + words(head).length;
  return [
    { ...piece, text: head.trim() },
    { ...piece, text: piece.text.slice(at), start },
  ];
}

/** The same for a cell of several pieces: the cut falls into the one piece that has the words. */
export function cutCell(cell: Cell, before: string): [Cell, Cell] {
  const at = cell.pieces.findIndex((piece) => piece.text.includes(before));
  const piece = cell.pieces[at];
  if (!piece) throw new Error(`"${before}" is in none of the pieces of "${cell.text}"`);
  const [head, tail] = cut(piece, before);
  return [cellOf(...cell.pieces.slice(0, at), head), cellOf(tail, ...cell.pieces.slice(at + 1))];
}

/** The lines of a scan as cells; empty lines are left out, they hold nothing. */
export function scan(text: string): Piece[][] {
  return text
    .split('\n')
    .map((line, at) =>
      line
        .split('\t')
        .map((cell, column) => ({ line: at + 1, column, start: 0, text: clean(cell) })),
    )
    .filter((line) => line.some((piece) => piece.text !== ''));
}

/** A line as one string, to know the furniture by. */
export function lineText(line: readonly Piece[]): string {
  return cellOf(...line).text;
}

/** Takes the value that must be there. */
export function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The source has no ${what}`);
  return value;
}
