import { isActionText, type DraftAction, type Piece } from './draft.ts';
import type { FilledRow } from './filled-row.ts';

/** Cells that Word says stand for several rows: printed once, they hold for each action beside them. */
export class SpanningCells {
  /** Column → its last filled cell. */
  private readonly last: Piece[] = [];

  /** Gives an action what the cells above say that cover its row. A number is never shared. */
  share(action: DraftAction, { row, pieces, columns }: FilledRow): void {
    for (const [column, { covered }] of row.cells.entries()) {
      const field = columns.fields[column];
      const above = this.last[column];
      if (!covered || above === undefined || !isActionText(field) || field === 'number') continue;
      action.texts[field].push(above);
      action.shared.push(field);
    }
    for (const piece of pieces) this.last[piece.column] = piece;
  }
}
