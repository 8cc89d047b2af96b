import { wordsOf } from '../account/account.ts';
import type { Field } from '../columns/column-names.ts';
import type { Piece } from './draft.ts';
import type { Columns } from '../columns/find-headings.ts';
import type { Row } from '../table.ts';

/** The cells of a row that say something. A dash or a bullet alone is how people leave a cell empty. */
export function filledCells(at: number, { cells }: Row): Piece[] {
  return cells.flatMap(({ text }, column) =>
    wordsOf(text).length === 0 ? [] : [{ row: at, column, text }],
  );
}

/** A row under headings: its filled cells, and what each of them is for. */
export class FilledRow {
  /** Its place in the table’s rows. */
  readonly at: number;
  readonly row: Row;
  readonly pieces: readonly Piece[];
  readonly columns: Columns;
  private readonly numbersAreOutcomes: boolean;

  constructor(
    at: number,
    row: Row,
    pieces: readonly Piece[],
    columns: Columns,
    numbersAreOutcomes: boolean,
  ) {
    this.at = at;
    this.row = row;
    this.pieces = pieces;
    this.columns = columns;
    this.numbersAreOutcomes = numbersAreOutcomes;
  }

  fieldOf({ column }: Piece): Field | undefined {
    return this.columns.fields[column];
  }

  of(field: Field): Piece[] {
    return this.pieces.filter((piece) => this.fieldOf(piece) === field);
  }

  outcomeNumber(): Piece[] {
    return [...this.of('outcome number'), ...(this.numbersAreOutcomes ? this.of('number') : [])];
  }

  /** Whether a cell tells of the row’s theme or outcome, and not of its action. */
  isForGroup(piece: Piece): boolean {
    const field = this.fieldOf(piece);
    if (field === 'number') return this.numbersAreOutcomes;
    return field === 'theme' || field === 'outcome' || field === 'outcome number';
  }
}
