import type { Columns } from '../columns/find-headings.ts';
import type { Row } from '../table.ts';
import type { Piece } from './table-read.ts';

/** Where the numbers of actions are when no column is called so. */
export type NumberPlace = { column: number } | 'before the action' | undefined;

/**
 * Looks for numbers in a column without a heading before the actions, and at the beginning of the
 * actions themselves.
 *
 * @param rows the rows under the headings
 */
export function numberPlace({ headings, fields }: Columns, rows: readonly Row[]): NumberPlace {
  if (fields.includes('number')) return undefined;
  const action = fields.indexOf('action');
  const filled = (column: number) =>
    rows.flatMap(({ kind, cells }) => (kind === 'row' ? (cells[column]?.text ?? '') : []) || []);
  const actions = filled(action);
  const unnamed = headings.findIndex((heading, column) => {
    if (heading !== '' || column > action) return false;
    const texts = filled(column);
    return (
      texts.length * 2 >= actions.length &&
      texts.length > 0 &&
      texts.some((text) => numberAlone.test(text)) &&
      // “A” above “A1” heads a part.
      texts.every((text) => numberAlone.test(text) || /^[A-Z]$/.test(text))
    );
  });
  if (unnamed >= 0) return { column: unnamed };
  const numbers = actions.flatMap((text) => numberBefore.exec(text)?.[1] ?? []);
  const isUsual = numbers.length > 1 && numbers.length * 3 >= actions.length * 2;
  return isUsual && new Set(numbers).size === numbers.length ? 'before the action' : undefined;
}

/** A number and nothing else: “1.1”, “WB-04”, “3.”. */
export const numberAlone =
  /^(?:[A-Z]{1,4}[-–./ ]?)?\d+[a-z]?(?:[.\-/](?:\d+[a-z]?|[a-z]))*[.):]?$/i;

/** “1.1 Open a centre”, “WB-04: Open a centre”, “3. Open a centre”; not “3 centres will open”. */
const numberBefore =
  /^((?:(?:[A-Z]{1,4}[-–. ]?)?\d{1,3}(?:\.\d{1,3})+[a-z]?[.):]?|[A-Z]{1,4}[-–.]?\d{1,3}[a-z]?[.):]?|\d{1,3}[a-z]?[.):]))\s+(?=\p{Lu})/u;

/** The words of an action parted from the number before them. */
export function partNumber(piece: Piece): { number: Piece; rest: Piece } | undefined {
  const found = numberBefore.exec(piece.text);
  if (found === null) return undefined;
  return {
    number: { ...piece, text: found[1]! },
    rest: { ...piece, text: piece.text.slice(found[0].length) },
  };
}
