import type { ReviewField } from '../schema/needs-review.ts';
import { count, listed } from '../domain/words.ts';
import type { SoundRecords } from './records.ts';

/** The questions that imports have left for a person, over all records. */
export interface OpenQuestions {
  /** The records that have any, in order, each with what is asked. */
  records: { file: string; questions: string[] }[];
  /** How many there are on each part of a record, the most first. */
  about: [field: ReviewField, times: number][];
}

/** Counts the questions that are marked in the records (`needs_review`). */
export function openQuestionsIn({ plan, action }: SoundRecords): OpenQuestions {
  const open = [...plan, ...action].filter(({ value }) => value.needs_review !== undefined);
  const times = new Map<ReviewField, number>();
  for (const { field } of open.flatMap(({ value }) => value.needs_review ?? [])) {
    times.set(field, (times.get(field) ?? 0) + 1);
  }
  return {
    records: open.map(({ file, value }) => ({
      file,
      questions: (value.needs_review ?? []).map(({ question }) => question),
    })),
    about: [...times].sort(([, a], [, b]) => b - a),
  };
}

/** What each part is called, and what several are where that is not with an s. */
const parts: Record<ReviewField, [one: string, many?: string]> = {
  title: ['title'],
  reference: ['number'],
  promise: ['promise'],
  theme: ['theme'],
  outcome: ['outcome'],
  leads: ['lead'],
  due: ['due date'],
  measures: ['measure'],
  status: ['status', 'statuses'],
  progress: ['progress report'],
  other: ['other matter'],
};

/**
 * “12 records need you: 30 questions …” in one line, and what pages do meanwhile; undefined where
 * nothing is open.
 */
export function openQuestionsTold({ records, about }: OpenQuestions): string | undefined {
  if (records.length === 0) return undefined;
  const questions = about.reduce((sum, [, times]) => sum + times, 0);
  const kinds = listed(about.map(([field, times]) => count(times, ...parts[field])));
  const need = records.length === 1 ? '1 record needs you' : `${records.length} records need you`;
  return `${need}: ${count(questions, 'question')} from an import ${questions === 1 ? 'is' : 'are'} open (${kinds}). Until they are answered, pages show the source’s own words.`;
}

/** Why a site that holds back open questions is not built, and what to do. */
export function whyHeld(open: OpenQuestions): string {
  const shown = open.records.slice(0, 10);
  const more = open.records.length - shown.length;
  return [
    openQuestionsTold(open),
    'The site is held back, because data/site.yaml says  open_questions: hold',
    'Answer the questions in the plan’s file answers.yaml and import again. Or answer them in these records, and take the lines “needs_review” out:',
    ...shown.flatMap(({ file, questions }) => [
      `  ${file}`,
      ...questions.map((question) => `    ${question}`),
    ]),
    ...(more > 0 ? [`  and ${more} more`] : []),
    'To publish all the same, write  open_questions: show',
  ].join('\n');
}
