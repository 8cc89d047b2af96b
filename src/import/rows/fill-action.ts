import {
  actionTexts,
  isActionText,
  type ActionText,
  type DraftAction,
  type DraftOutcome,
  type Piece,
} from './draft.ts';
import type { FilledRow } from './filled-row.ts';

/** An action without words yet. */
export function emptyAction(outcome: DraftOutcome, row: number): DraftAction {
  const texts = Object.fromEntries(actionTexts.map((name) => [name, [] as Piece[]]));
  return {
    outcome,
    rows: [row],
    texts: texts as Record<ActionText, Piece[]>,
    others: [],
    shared: [],
  };
}

/** Puts each cell of a row under the field that its column is for, or under the column’s heading. */
export function fillAction(action: DraftAction, row: FilledRow): void {
  for (const piece of row.pieces) {
    if (row.isForGroup(piece)) continue;
    const field = row.fieldOf(piece);
    if (isActionText(field)) action.texts[field].push(piece);
    else keepUnderHeading(action, row.columns.headings[piece.column] ?? '', piece);
  }
}

function keepUnderHeading({ others }: DraftAction, heading: string, piece: Piece): void {
  const known = others.find((other) => other.heading === heading);
  if (known === undefined) others.push({ heading, pieces: [piece] });
  else known.pieces.push(piece);
}
