import type { Field } from '../columns/column-names.ts';
import { textOf, type Piece } from './table-read.ts';
import type { FilledRow } from './filled-row.ts';
import { isNumberAlone } from './groups.ts';

/** A row that is a heading: what it opens, and whether the columns have cut it up. */
export interface Section {
  opens: 'theme' | 'outcome';
  isCut: boolean;
}

/**
 * What a row opens, if it is a heading.
 *
 * @param afterTheme the row before it was the heading of a theme
 */
export function sectionIn(row: FilledRow, afterTheme: boolean): Section | undefined {
  const isCut = isCutHeading(row);
  if (!isCut && !isWholeHeading(row)) return undefined;
  return { opens: isOfOutcome(row, afterTheme) ? 'outcome' : 'theme', isCut };
}

/** One filled cell that runs across the table, is in capitals, or stands first and is no action, theme, outcome or number. */
function isWholeHeading({ row, pieces, columns: { fields } }: FilledRow): boolean {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0) return false;
  const across = row.cells[piece.column]!.across ?? 1;
  if (across > 1 && across * 3 >= fields.length * 2) return true;
  const field = fields[piece.column];
  // Short capitals are the name of a body, or a status such as AMBER.
  if (isInCapitals(piece) && piece.text.length > (field === 'lead' || field === 'status' ? 5 : 3))
    return true;
  const leading = fields.findIndex((name) => name !== undefined);
  const isForWords: (Field | undefined)[] = ['action', 'theme', 'outcome'];
  return piece.column <= leading && !isForWords.includes(field) && !isNumberAlone(piece.text);
}

/** Two cells beside each other, in capitals: a heading ran across the columns and was cut where they part. */
function isCutHeading({ pieces, columns }: FilledRow): boolean {
  const [left, right, ...others] = pieces;
  if (left === undefined || right === undefined || others.length > 0) return false;
  return (
    pieces.every(isInCapitals) &&
    right.column === left.column + 1 &&
    left.text.length + right.text.length > 5 &&
    !pieces.some(({ column }) => columns.fields[column] === 'due')
  );
}

/** An outcome says so, has a number such as 2.1, or follows a theme; a column of outcomes holds them all. */
function isOfOutcome({ pieces, columns }: FilledRow, afterTheme: boolean): boolean {
  if (columns.fields.includes('outcome')) return false;
  const text = textOf(pieces);
  return (
    columns.fields.includes('theme') ||
    /^(?:outcome|objective|aim|goal)\b/i.test(text) ||
    /^\d+\.\d/.test(text) ||
    (afterTheme && !/^(?:theme|priority)\b/i.test(text))
  );
}

function isInCapitals({ text }: Piece): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}|\d/u.test(text);
}
