import type { ReviewField } from '../../schema/needs-review.ts';

/** The parts of a mapping file in which a question can be answered. */
export type AnswerPart =
  | 'columns'
  | 'report_dates'
  | 'sheets'
  | 'rows'
  | 'references'
  | 'cells'
  | 'leads'
  | 'topics'
  | 'dates'
  | 'statuses'
  | 'status_of'
  | 'plan';

/** What a person can say of a row: what it is, that it holds several actions, or that it is right as it was read. */
export const rowAnswers = ['action', 'split', 'theme', 'outcome', 'note', 'keep'] as const;
export type RowAnswer = (typeof rowAnswers)[number];

/** Something that only a person can say. One question may concern many rows. */
export interface RowQuestion {
  /** Questions of one kind are told together. */
  kind: string;
  /** What is asked of all rows of this kind. */
  ask: string;
  /** The rows of the table that it concerns. */
  rows: number[];
  /** Where it is answered, and under which name; undefined where only the record can be corrected. */
  answer?: { part: AnswerPart; key: string; suggestion?: string };
}

/** A question that is left in a record until it is answered. */
export interface OpenQuestion {
  field: ReviewField;
  found?: string;
  question: string;
}

/** The same question of several rows as one. */
export function gathered(questions: readonly RowQuestion[]): RowQuestion[] {
  const all = new Map<string, RowQuestion>();
  for (const question of questions) {
    const key = JSON.stringify([question.kind, question.answer?.part, question.answer?.key]);
    const known = all.get(key);
    if (known === undefined) all.set(key, { ...question, rows: [...question.rows] });
    else known.rows.push(...question.rows.filter((row) => !known.rows.includes(row)));
  }
  return [...all.values()];
}
