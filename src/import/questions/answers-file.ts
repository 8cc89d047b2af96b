import { asKey } from '../../records/yaml/as-yaml.ts';
import { fieldMeanings, type Field } from '../columns/column-names.ts';
import { rowsTold } from '../rows-told.ts';
import type { Row } from '../table.ts';
import { gathered, type AnswerPart, type RowQuestion } from './question.ts';

/** Where the answers about a plan are kept, from the data folder. */
export const answersPath = (plan: string) => `plans/${plan}/answers.yaml`;

const partsAbout: Record<AnswerPart, string> = {
  columns: 'What a column is for.',
  report_dates: 'When the reports in a column were made.',
  sheets: 'Sheets of the workbook: yes to take one, no to leave it out.',
  rows: 'What a row is: action, split (several actions, each on its own line), theme, outcome, note (its words are kept in a comment), or keep if it is right as it was read.',
  references: 'The number that the plan prints, by the row.',
  cells: 'What a cell says, by its row and column.',
  leads:
    'Who a lead is: a file in data/organisations without “.yaml”, or several with commas; new; or keep.',
  topics:
    'Which actions a topic is about: its file in data/topics without “.yaml”, and the numbers of the actions with commas.',
  dates: 'What the words of a due date mean: a date such as March 2025, or keep.',
  statuses:
    'The status that words mean: not started, in progress, complete, not reported, withdrawn, or keep.',
  status_of: 'The status of a row, or keep.',
  plan: 'About the plan.',
};

/**
 * The file in which a person answers: every question with the rows it concerns, and a line to fill
 * in. What was answered before stays as it was written.
 *
 * @param before the file as it is; undefined where there is none yet
 * @returns the file; undefined where nothing is asked and nothing was answered
 */
export function answersFile(
  before: string | undefined,
  questions: readonly RowQuestion[],
  rowAt: (row: number) => Row,
  again: string,
  {
    given = new Map(),
    keepsOpen = false,
  }: {
    given?: ReadonlyMap<string, string>;
    /** The questions that are in the file stay there, as another file asked them. */
    keepsOpen?: boolean;
  } = {},
): string | undefined {
  const kept = before === undefined ? [] : keptLines(before, keepsOpen);
  const isThere = (part: AnswerPart, key: string) =>
    kept.some((known) => known.part === part && known.line.startsWith(`  ${asKey(key)}:`));
  const all = gathered(questions).filter(
    ({ answer }) => answer !== undefined && !isThere(answer.part, answer.key),
  );
  const asked = [...Map.groupBy(all, ({ kind }) => kind).values()].flat();
  if (asked.length + kept.length + given.size === 0) return undefined;
  const parts = new Map<AnswerPart, string[]>();
  const linesOf = (part: AnswerPart) => {
    const lines = parts.get(part) ?? [];
    parts.set(part, lines);
    return lines;
  };
  for (const { part, line } of kept) linesOf(part).push(line);
  for (const [words, status] of given) linesOf('statuses').push(`  ${asKey(words)}: ${status}`);
  const told = new Set<string>();
  for (const { kind, ask, rows, answer } of asked) {
    const { part, key, suggestion } = answer!;
    const lines = linesOf(part);
    if (!told.has(`${part} ${kind}`)) lines.push(...comment(ask, 2));
    told.add(`${part} ${kind}`);
    const places = rowsTold(rows.map((row) => rowAt(row).place));
    const words = aboutRows.includes(part) ? rows.map((row) => wordsOf(rowAt(row))) : [];
    lines.push(...comment([places, suggestion, ...words].filter(Boolean).join('; '), 2));
    lines.push(`  ${asKey(key)}:`);
  }
  const order = Object.keys(partsAbout) as AnswerPart[];
  const body = order.flatMap((part) => {
    const lines = parts.get(part);
    if (lines === undefined) return [];
    const fields = Object.entries(fieldMeanings) as [Field, string][];
    const choices =
      part === 'columns' ? fields.map(([field, means]) => `${field} (${means})`).join(', ') : '';
    return ['', ...comment(partsAbout[part], 0), ...comment(choices, 0), `${part}:`, ...lines];
  });
  return `${[
    ...comment(
      'What the import could not know. Write each answer after its colon, and import again:',
      0,
    ),
    ...[...new Set([...(keepsOpen ? commandsIn(before) : []), `#   ${again}`])],
    ...comment(
      'A line without an answer is asked again. Until then the site shows the words of the plan.',
      0,
    ),
    ...body,
  ].join('\n')}\n`;
}

/** Here a question is known by its row alone, so that a person needs its words. */
const aboutRows: readonly AnswerPart[] = ['rows', 'references', 'status_of', 'cells'];

function wordsOf({ cells }: Row): string {
  const words = cells
    .flatMap(({ text }) => (text === '' ? [] : [text.replaceAll(/\s+/g, ' ')]))
    .join(' | ');
  return words.length > 160 ? `${words.slice(0, 159)}…` : words;
}

function comment(text: string, indent: number): string[] {
  if (text === '') return [];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length > 84) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => `${' '.repeat(indent)}# ${part}`);
}

function commandsIn(text = ''): string[] {
  return text.split('\n').filter((line) => line.startsWith('#   npm run import'));
}

/** The lines of a file of answers in which somebody has written something, as they are; or all of them. */
function keptLines(text: string, keepsOpen: boolean): { part: AnswerPart; line: string }[] {
  let part: AnswerPart | undefined;
  return text.split('\n').flatMap((line) => {
    const head = /^([a-z_]+):\s*(.*)$/.exec(line);
    if (head !== null)
      part = Object.hasOwn(partsAbout, head[1]!) ? (head[1] as AnswerPart) : undefined;
    const isAnswer = /^\s+[^#\s].*:\s+\S/.test(line) && !/^\s*#/.test(line);
    const isLine = keepsOpen && /^\s+\S/.test(line);
    return part !== undefined && (isAnswer || isLine) ? [{ part, line }] : [];
  });
}
