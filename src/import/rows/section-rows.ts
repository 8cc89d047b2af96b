import type { Field } from '../columns/column-names.ts';
import type { RowAnswer } from '../questions/question.ts';
import { textOf, type Piece } from './table-read.ts';
import type { FilledRow } from './filled-row.ts';
import { isNumberAlone } from './groups.ts';

/** A row that is a heading: what it opens, and whether the columns have cut it up. */
export interface Section {
  opens: 'theme' | 'outcome';
  isCut: boolean;
  /** It may be an action. */
  isUnsure: boolean;
  number: Piece[];
  heading: Piece[];
  /** Cells that print the heading again. */
  repeats: Piece[];
}

/** What else is known of a row. */
export interface Beside {
  /** The row before it was the heading of a theme, or the theme is above the table. */
  afterTheme: boolean;
  /** What a person said that it is. */
  said: RowAnswer | undefined;
  /** The number of the next row. */
  below: string;
}

/** What a row opens, if it is a heading. */
export function sectionIn(
  row: FilledRow,
  { afterTheme, said, below }: Beside,
): Section | undefined {
  if (said === 'action' || row.pieces.length === 0) return undefined;
  const isGiven = said === 'theme' || said === 'outcome';
  const isCut = isCutHeading(row);
  const isSaidAgain = isOneText(row);
  const isParent = isParentOf(row, below);
  if (!isGiven && !isCut && !isSaidAgain && !isParent && !isWholeHeading(row)) return undefined;
  const [first] = row.pieces;
  const number = isParent || isGiven ? row.of('number') : [];
  const others = row.pieces.filter((piece) => !number.includes(piece));
  const isUnsure =
    said === undefined && row.of('action').length > 0 && !isSaidAgain && looksLikeAction(row);
  const opens = isGiven ? said : isOfOutcome(row, afterTheme) ? 'outcome' : 'theme';
  return {
    opens,
    isCut: isCut && !isGiven,
    isUnsure,
    number: others.length === 0 ? [] : number,
    heading: isSaidAgain ? [first!] : others.length === 0 ? number : others,
    repeats: isSaidAgain ? row.pieces.slice(1) : [],
  };
}

/** The same words in three cells or more: a heading that ran across them, as some programs save it. */
function isOneText({ pieces }: FilledRow): boolean {
  return pieces.length > 2 && new Set(pieces.map(({ text }) => text)).size === 1;
}

/** A number and a text by themselves, with 3.1 below 3: the heading of what is counted under it. */
function isParentOf(row: FilledRow, below: string): boolean {
  const number = textOf(row.of('number')).replace(/[.:)]$/, '');
  const { fields } = row.columns;
  return (
    (isNumberAlone(number) || /^[A-Z]$/.test(number)) &&
    (fields.includes('lead') || fields.includes('due')) &&
    row.pieces.length === 2 &&
    row.of('action').length === 1 &&
    (below.startsWith(`${number}.`) || (/^[A-Z]$/.test(number) && isCountedUnder(number, below)))
  );
}

/** “A1”, “A-1” below “A” */
function isCountedUnder(letter: string, below: string): boolean {
  return below.startsWith(letter) && /^[-–. ]?\d/.test(below.slice(1));
}

const ofGroup =
  /^(?:theme|priority(?: area)?|objective|outcome|aim|goal|section|part|strand|workstream|pillar|domain|chapter|(?:key|strategic) (?:priority|theme|aim|objective))\s+(?:\d+(?:\.\d+)*|[a-z]|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b|^(?:theme|priority|objective|outcome|aim|goal)\s?:\s\S/i;

/** A banner is a few words; a sentence in capitals may be a promise. */
function looksLikeAction({ pieces }: FilledRow): boolean {
  const text = textOf(pieces);
  if (ofGroup.test(text)) return false;
  return /[.!]$/.test(text) || text.split(/\s+/).length > 6 || /^(?:we|to)\b/i.test(text);
}

/** One filled cell that runs across the table, is in capitals, or comes first and is no action, theme, outcome or number. */
function isWholeHeading({ row, pieces, columns: { fields } }: FilledRow): boolean {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0) return false;
  const across = row.cells[piece.column]!.across ?? 1;
  if (across > 1 && across * 3 >= fields.length * 2) return true;
  const field = fields[piece.column];
  // Short capitals are the name of a body, or a status such as AMBER.
  if (isInCapitals(piece) && piece.text.length > (field === 'lead' || field === 'status' ? 5 : 3))
    return true;
  if (field === 'action' && ofGroup.test(piece.text)) return true;
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
