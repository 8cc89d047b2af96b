import type { ActionRecord, UpdateRecord } from '../../schema/action.ts';
import type { ActionText, DraftAction, Piece, Remark } from '../rows/draft.ts';
import type { Claim, Comment } from './made-record.ts';
import type { LeadsRead } from './read-leads.ts';

/** Collects a record, its comments and its claims, field by field. */
export class ActionWriter {
  readonly record: Partial<ActionRecord> = {};
  readonly source: Partial<ActionRecord['source']> = {};
  readonly update: Partial<UpdateRecord> = {};
  readonly comments: Comment[] = [];
  readonly claims: Claim[] = [];
  readonly remarks: Remark[] = [];
  readonly unknownLeads: LeadsRead['unknown'] = [];

  readonly action: DraftAction;

  constructor(action: DraftAction) {
    this.action = action;
  }

  /** Says that a person has to look, in the report and in the record. */
  needsYou(text: string, pieces: readonly Piece[], before?: Comment['before']): void {
    this.comments.push({ text: `needs you: ${text}`, ...(before && { before }) });
    this.remarks.push({ row: pieces[0]?.row ?? this.action.rows[0]!, kind: 'needs you', text });
  }

  /** Keeps words that have no field in a comment, with the reason. */
  keep(why: string, pieces: readonly Piece[]): void {
    const said = pieces.map(({ text }) => text.replaceAll('\n', ' ')).join(' ');
    this.comments.push({ text: `needs you: ${why} The file says:\n${said}` });
    this.claims.push({ pieces, path: 'comment' });
    this.remarks.push({ row: pieces[0]!.row, kind: 'needs you', text: why });
  }

  /** Says that a field holds the words of a cell and no others. */
  claim(name: ActionText, path: (string | number)[]): void {
    this.claims.push({ pieces: this.action.texts[name], path, all: true });
  }
}
