import type { FilledRow } from './filled-row.ts';
import { leave, repaired, type ActionRead, type Piece, type TableRead } from './table-read.ts';

/** Whether a text by itself names who leads all that is below it: “Lead: Anytown Council”. */
export function namesGroupLead(pieces: readonly Piece[]): boolean {
  const [piece, ...others] = pieces;
  return (
    piece !== undefined &&
    others.length === 0 &&
    piece.text.length <= 160 &&
    /^(?:leads?(?: (?:officer|agency|organisation|partner|director|body))?|led by|owner|responsible(?: (?:officer|organisation|body))?)\s*:\s*\S/i.test(
      piece.text,
    )
  );
}

/** A lead that is above a table or a part of it, and that its actions do not name. */
export class GroupLeads {
  private open: { pieces: readonly Piece[]; isUsed: boolean } | undefined;
  private readonly draft: TableRead;

  constructor(draft: TableRead) {
    this.draft = draft;
  }

  set(pieces: readonly Piece[]): void {
    this.close();
    this.open = { pieces, isUsed: false };
  }

  /** Another part begins, or the file ends. */
  close(): void {
    if (this.open?.isUsed === false) {
      leave(this.draft, this.open.pieces, 'It names a lead, and the actions below have their own.');
    }
    this.open = undefined;
  }

  /** Gives an action the lead above its table, where the table has no leads of its own. */
  give({ texts }: ActionRead, row: FilledRow): void {
    if (this.open === undefined || row.columns.fields.includes('lead')) return;
    texts.lead.push(...this.open.pieces);
    this.open.isUsed = true;
    repaired(this.draft, row.at, 'The lead that is named above these rows was written in each.');
  }
}
