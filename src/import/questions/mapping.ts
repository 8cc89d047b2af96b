import { parse } from 'yaml';
import { z } from 'zod';
import { dateRefusalInWords, parseDueDate } from '../../domain/due-date.ts';
import { didYouMean, nearest } from '../../domain/nearest.ts';
import { fields, plainName, type Field } from '../columns/column-names.ts';
import type { StatusAnswer } from '../make/read-status.ts';
import { CannotRun } from '../table.ts';
import { rowAnswers, type RowAnswer } from './question.ts';

/** What the importer is told about the plan, because no table says it. */
export interface PlanFacts {
  title?: string | undefined;
  short_title?: string | undefined;
  code?: string | undefined;
  publisher?: string | undefined;
  area?: string | undefined;
  /** What the plan is and whom it is for. */
  summary?: string | undefined;
  reported?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  source_url?: string | undefined;
  /** The folder of the plan that it follows, or `keep` to leave open which one that is. */
  succeeds?: string | undefined;
}

/** What a person can say of a plan as a whole. */
export const planFactNames = [
  'title',
  'short_title',
  'code',
  'publisher',
  'area',
  'summary',
  'reported',
  'from',
  'to',
  'source_url',
  'succeeds',
] as const satisfies readonly (keyof PlanFacts)[];

/** A mapping file, which is also the file of answers: what a person says about the plan’s file. */
export interface Mapping {
  columns: Map<string, Field>;
  /** Plain name of a column of reports → of when they are. */
  reportDates: Map<string, string>;
  /** Sheets of a workbook to take, or not. */
  sheets: Map<string, boolean>;
  /** Place of a row → what it is. */
  rows: Map<string, RowAnswer>;
  /** Place of a row → the number that the plan prints. */
  references: Map<string, string>;
  /** Place and heading of a cell, in small letters → what it says; `keep` leaves it. */
  cells: Map<string, string>;
  /** As the file writes a lead → the organisation’s file, `new` for a new one, `keep` for none. */
  leads: Map<string, string>;
  /** A topic’s file → the numbers of the actions that it is about, with commas between them. */
  topics: Map<string, string>;
  /** Words of a due date, in small letters → the date, or `keep`. */
  dates: Map<string, string>;
  statuses: Map<string, StatusAnswer>;
  /** Place of a row → its status; `*` for all others. */
  statusOf: Map<string, StatusAnswer>;
  joinRows: boolean | undefined;
  /** Whether a row with an empty lead, and with the theme or outcome of the row above, has the lead of that row too. */
  leadsAsAbove: boolean | undefined;
  /** Whether dates in figures have the day first. */
  dayFirst: boolean | undefined;
  /** A person has looked at the words that no record has a place for. */
  otherWords: boolean;
  plan: PlanFacts;
}

// A line that nobody has filled in yet says nothing.
const said = z
  .string()
  .transform((answer) => (inSmall(answer) === 'keep' ? 'keep' : answer))
  .nullish();
// People write Keep and In progress.
const choice = <T extends readonly [string, ...string[]]>(list: T) =>
  z.preprocess(
    (answer) => (typeof answer === 'string' ? inSmall(answer) : answer),
    z.union([z.literal(''), z.enum(list)]).nullish(),
  );
/** What words for a status can be said to mean. */
export const statusAnswers = [
  'not started',
  'in progress',
  'complete',
  'not reported',
  'withdrawn',
  'keep',
] as const satisfies readonly StatusAnswer[];
const yesNo = ['true', 'false', 'yes', 'no'] as const;
const listed = <T extends z.ZodType>(value: T) => z.record(z.string(), value).nullish();

const mappingSchema = z.strictObject({
  columns: listed(choice(fields)),
  report_dates: listed(said),
  sheets: listed(choice(yesNo)),
  rows: listed(choice(rowAnswers)),
  references: listed(said),
  cells: listed(said),
  leads: listed(said),
  topics: listed(said),
  dates: listed(said),
  statuses: listed(choice(statusAnswers)),
  status_of: listed(choice(statusAnswers)),
  join_rows: choice(yesNo),
  plan: z
    .strictObject({
      ...(Object.fromEntries(planFactNames.map((name) => [name, said])) as Record<
        (typeof planFactNames)[number],
        typeof said
      >),
      day_first: choice(yesNo),
      leads_as_above: choice(yesNo),
      other_words: choice(yesNo),
    })
    .nullish(),
});

const planNames = [...planFactNames, 'day_first', 'leads_as_above', 'other_words'];

/**
 * Reads a mapping file.
 *
 * @throws CannotRun with what is wrong in it
 */
export function readMapping(text: string, name: string): Mapping {
  let value: unknown;
  try {
    value = parse(text, { schema: 'failsafe' }) ?? {};
  } catch {
    throw new CannotRun(
      `“${name}” cannot be read. Each line is a name, a colon, a space and a value. Lines that belong under another are indented by two spaces.`,
    );
  }
  if (value === '') return noMapping();
  const read = mappingSchema.safeParse(value, { reportInput: true });
  if (!read.success) {
    throw new CannotRun(
      [`“${name}” has mistakes:`, ...read.error.issues.map(explain)].join('\n  '),
    );
  }
  const { data } = read;
  refuseDates({ ...data.dates, ...data.report_dates }, name);
  const {
    day_first: dayFirst,
    leads_as_above: leadsAsAbove,
    other_words: otherWords,
    ...plan
  } = data.plan ?? {};
  return {
    columns: filled(data.columns, plainName),
    reportDates: filled(data.report_dates, plainName),
    sheets: new Map([...filled(data.sheets)].map(([sheet, answer]) => [sheet, isYes(answer)])),
    rows: filled(data.rows),
    references: filled(data.references),
    cells: filled(data.cells, inSmall),
    leads: inSmallAnswers(data.leads),
    topics: filled(data.topics),
    dates: filled(data.dates, inSmall),
    statuses: filled(data.statuses, inSmall),
    statusOf: filled(data.status_of),
    joinRows: data.join_rows ? isYes(data.join_rows) : undefined,
    leadsAsAbove: leadsAsAbove ? isYes(leadsAsAbove) : undefined,
    dayFirst: dayFirst ? isYes(dayFirst) : undefined,
    otherWords: isYes(otherWords ?? ''),
    plan: Object.fromEntries(filled(plan)),
  };
}

/** The answers of one mapping file over those of another. */
export function withAnswers(before: Mapping, after: Mapping): Mapping {
  const over = <T>(name: keyof Mapping) =>
    new Map([...(before[name] as Map<string, T>), ...(after[name] as Map<string, T>)]);
  return {
    columns: over('columns'),
    reportDates: over('reportDates'),
    sheets: over('sheets'),
    rows: over('rows'),
    references: over('references'),
    cells: over('cells'),
    leads: over('leads'),
    topics: over('topics'),
    dates: over('dates'),
    statuses: over('statuses'),
    statusOf: over('statusOf'),
    joinRows: after.joinRows ?? before.joinRows,
    leadsAsAbove: after.leadsAsAbove ?? before.leadsAsAbove,
    dayFirst: after.dayFirst ?? before.dayFirst,
    otherWords: after.otherWords || before.otherWords,
    plan: { ...before.plan, ...after.plan },
  };
}

const inSmall = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
const isYes = (answer: string) => answer === 'true' || answer === 'yes';

/** The entries that somebody has filled in. */
function filled<T extends string>(
  entries: Record<string, T | '' | null | undefined> | null | undefined,
  nameOf: (name: string) => string = (name) => name,
): Map<string, T> {
  return new Map(
    Object.entries(entries ?? {}).flatMap(([name, value]) =>
      value ? [[nameOf(name), value as T] as const] : [],
    ),
  );
}

/** The same for answers that are names of files, or one of a few words. */
function inSmallAnswers(entries: Record<string, string | null | undefined> | null | undefined) {
  return new Map([...filled(entries)].map(([name, answer]) => [name, inSmall(answer)]));
}

/** A date that is given in an answer has to be one that records accept. */
function refuseDates(dates: Record<string, string | null | undefined>, name: string): void {
  for (const [words, date] of Object.entries(dates)) {
    if (!date || date === 'keep') continue;
    const read = parseDueDate(date);
    if (read.ok) continue;
    const { message, advice } = dateRefusalInWords(read.refusal);
    throw new CannotRun(`“${name}”, at “${words}”: ${message} ${advice}`);
  }
}

function explain(issue: z.core.$ZodIssue): string {
  const where = issue.path.join(', ');
  if (issue.code === 'unrecognized_keys') {
    const choices = issue.path.length === 0 ? Object.keys(mappingSchema.shape) : planNames;
    const match = nearest(issue.keys[0]!, choices);
    return `“${issue.keys[0]}” is not known here. ${match === undefined ? `Use one of: ${choices.join(', ')}.` : `Did you mean “${match}”?`}`;
  }
  if (issue.code === 'invalid_union') {
    const values = issue.errors
      .flat()
      .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
    return wrongAnswer(
      where,
      issue.input,
      values.filter((value) => value !== ''),
    );
  }
  if (issue.code === 'invalid_value') {
    return wrongAnswer(where, issue.input, issue.values.map(String));
  }
  return `${where === '' ? 'The file' : `“${where}”`} is not written as it should be. Write a line such as  columns:  and under it, indented by two spaces, a heading and what it is for, such as  Budget: note`;
}

/** @param where the answer’s place: its part of the file, and what it is about */
function wrongAnswer(where: string, given: unknown, choices: readonly string[]): string {
  const all = `Use one of: ${choices.join(', ')}.`;
  if (typeof given !== 'string') return `“${where}” cannot have this value. ${all}`;
  const meant = nearest(given, choices);
  return [
    `“${where}” cannot be “${given}”.`,
    ...(meant === undefined ? [] : [didYouMean(given, meant)]),
    all,
  ].join(' ');
}

/** A mapping file that says nothing. */
export const noMapping = (): Mapping => ({
  columns: new Map(),
  reportDates: new Map(),
  sheets: new Map(),
  rows: new Map(),
  references: new Map(),
  cells: new Map(),
  leads: new Map(),
  topics: new Map(),
  dates: new Map(),
  statuses: new Map(),
  statusOf: new Map(),
  joinRows: undefined,
  leadsAsAbove: undefined,
  dayFirst: undefined,
  otherWords: false,
  plan: {},
});
