import type { DueDate } from '../../domain/due-date.ts';
import type { StatementRecord } from '../../schema/statement.ts';
import type { RowQuestion } from '../questions/question.ts';
import { readStatus, type StatusAnswer } from './read-status.ts';
import { proseOf } from './write-prose.ts';

/** Which field of a statement holds the words of a cell. */
export type StatementField = 'status' | 'rag' | 'status_text' | 'text';

export interface CellsSaid {
  /** Empty where the cells report nothing. */
  statement: StatementRecord;
  /** Where the words of each cell are; undefined where it is empty. */
  status: StatementField | undefined;
  rag: StatementField | undefined;
  progress: StatementField | undefined;
  /** What a person has to say: which status, or how the action ended. */
  question: StatusQuestion | undefined;
}

export interface StatusQuestion {
  kind: 'which status' | 'withdrawn' | 'merged';
  /** The words of the source. */
  found: string;
}

/** The cells of a row that say how far an action has got. */
export interface Told {
  status: string;
  /** Red, amber or green, where it has a column of its own. */
  rag: string;
  progress: string;
}

/**
 * What the cells of a row report of an action: the one place where an import reads it. A status is
 * taken only where all words say it, and the source’s own words are kept.
 *
 * @param statuses what a person has said of words for a status
 * @param reported up to when the file reports
 */
export function makeStatement(
  { status: said, rag: rated, progress: told }: Told,
  statuses: ReadonlyMap<string, StatusAnswer>,
  reported: DueDate | undefined,
): CellsSaid {
  const made: CellsSaid = {
    statement: {},
    status: undefined,
    rag: undefined,
    progress: undefined,
    question: undefined,
  };
  const rating = readStatus(rated, statuses, reported);
  const words = said !== '' ? said : rating.rag === undefined && rated !== '' ? rated : told;
  const read = readStatus(words, statuses, reported);
  const isAnswered = read.answered && read.status === 'withdrawn';
  const ends = (read.status === 'withdrawn' || read.status === 'merged') && !isAnswered;
  const status = ends ? undefined : read.status;
  const rag = rating.rag ?? read.rag;
  const statusText: string[] = [];
  const text: string[] = [];

  if (said !== '') {
    if (read.nothingElse && status !== undefined) made.status = 'status';
    else if (read.nothingElse && rag !== undefined && read.rag === rag && status === undefined) {
      made.status = 'rag';
    } else
      made.status = said.length > 300 || (told === '' && isSentence(said)) ? 'text' : 'status_text';
    if (made.status === 'status_text') statusText.push(said);
    if (made.status === 'text') text.push(said);
  }
  if (rated !== '') {
    if (rating.rag !== undefined && rated.toLowerCase() === rating.rag) made.rag = 'rag';
    else if (said === '' && read.nothingElse && status !== undefined) made.rag = 'status';
    else if (statusText.length === 0 && rated.length <= 300) {
      statusText.push(rated);
      made.rag = 'status_text';
    } else {
      text.push(rated);
      made.rag = 'text';
    }
  }
  if (told !== '') {
    const isStatus = words === told && said === '' && read.nothingElse && status !== undefined;
    made.progress = isStatus ? 'status' : 'text';
    if (!isStatus) text.push(told);
  }
  const whole = text.join('\n');
  made.statement = {
    ...(status && { status }),
    ...(statusText.length > 0 && { status_text: statusText[0]! }),
    ...(rag && { rag }),
    ...(whole !== '' && { text: proseOf(whole) || whole }),
    ...(isAnswered && {
      reason: told === '' ? 'The report gives no reason.' : 'The report says it in its own words.',
    }),
  };
  if (ends) made.question = { kind: read.status as 'withdrawn' | 'merged', found: words };
  else if (status === undefined && words !== '' && !read.answered) {
    made.question = { kind: 'which status', found: words };
  } else if (status === undefined && words === '' && rag !== undefined) {
    made.question = { kind: 'which status', found: rated };
  }
  return made;
}

/** What is asked about a status, in words. */
export function statusAsked({ kind }: StatusQuestion): string {
  if (kind === 'withdrawn') {
    return 'The source says that this was withdrawn. Write  status: withdrawn  in the report, and a line  reason:  that says why.';
  }
  if (kind === 'merged') {
    return 'The source says that this was merged. Write  status: merged  in the report, and a line  merged_into:  with the action that goes on.';
  }
  return 'Which status do these words mean? Write it in the report, or leave the words without a status.';
}

const askedOfWords = {
  'which status':
    'Which status do these words mean? One of: not started, in progress, complete, not reported, withdrawn; or keep to show the words without a status.',
  withdrawn:
    'The source says that these were withdrawn. Write withdrawn if that is so: where the source gives no reason, the report says that. Or keep to show the words without a status.',
  merged:
    'The source says that these were merged. Say in the report with which action (status: merged, and merged_into). Or write keep here to show the words without a status.',
} as const;

/** The question as it is put in the file of answers: once for all rows that have the same few words. */
export function statusToAnswer(
  { kind, found }: StatusQuestion,
  row: number,
): RowQuestion | undefined {
  if (found.length > 60 || found.includes('\n')) return undefined;
  return {
    kind: kind === 'which status' ? 'status' : kind,
    ask: askedOfWords[kind],
    rows: [row],
    answer: { part: 'statuses', key: found },
  };
}

/** A table with one column for status and progress says in sentences how far it has got. */
function isSentence(text: string): boolean {
  return text.includes('\n') || text.split(/\s+/).length > 4;
}
