import type { ReviewField } from '../../schema/needs-review.ts';
import type { ActionRecord } from '../../schema/action.ts';
import type { OpenQuestion, RowQuestion } from '../questions/question.ts';
import type { ActionRead, ActionText, Piece, Repair } from '../rows/table-read.ts';
import type { Comment } from '../../records/yaml/with-comments.ts';
import type { Claim } from './made-record.ts';
import type { StatementMade } from './make-reports.ts';
import type { LeadsRead } from './read-leads.ts';

/** Collects a record, its comments, its claims and what a person has to say, field by field. */
export class ActionWriter {
  readonly record: Partial<ActionRecord> = {};
  readonly source: Partial<ActionRecord['source']> = {};
  readonly statements: StatementMade[] = [];
  readonly open: OpenQuestion[] = [];
  readonly comments: Comment[] = [];
  readonly claims: Claim[] = [];
  readonly repairs: Repair[] = [];
  readonly questions: RowQuestion[] = [];
  readonly unknownLeads: LeadsRead['unknown'] = [];

  readonly action: ActionRead;

  constructor(action: ActionRead) {
    this.action = action;
  }

  /** Whether a cell shows an error or a formula, and so does not say what it should. */
  isBroken({ row, column }: Piece): boolean {
    return this.action.unsaid.some(
      ({ question, ...cell }) =>
        cell.row === row &&
        cell.column === column &&
        (question.kind === 'error' || question.kind === 'no value'),
    );
  }

  /** Leaves a question in the record, and asks it of the person who imports. */
  ask(
    field: ReviewField,
    question: string,
    {
      found,
      pieces,
      asked,
    }: { found?: string; pieces?: readonly Piece[]; asked?: Omit<RowQuestion, 'rows'> },
  ): void {
    this.leaveOpen(field, question, found);
    const row = pieces?.[0]?.row ?? this.action.rows[0]!;
    this.questions.push({ ...(asked ?? { kind: question, ask: question }), rows: [row] });
  }

  /** Leaves a question in the record alone. */
  leaveOpen(field: ReviewField, question: string, found = ''): void {
    this.open.push({
      field,
      ...(found.trim() !== '' && { found: oneLine(found, 600) }),
      question: oneLine(question, 400),
    });
  }

  /** Keeps words that have no field in a comment, with what they are. */
  keep(what: string, pieces: readonly Piece[]): void {
    const said = pieces.map(({ text }) => text.replaceAll('\n', ' ')).join(' ');
    this.comments.push({ text: `${what}\n${said}` });
    this.claims.push({ pieces, path: 'comment' });
  }

  /** Says that a field holds the words of a cell and no others. */
  claim(name: ActionText, path: (string | number)[]): void {
    this.claims.push({ pieces: this.action.texts[name], path, all: true });
  }
}

function oneLine(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trim()}…`;
}
