import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, Lexer, parse, parseDocument, type Node, type Pair } from 'yaml';
import { compareDueDates, parseDueDate, type DueDate } from '../domain/due-date.ts';
import { compareReferences } from '../domain/reference.ts';
import type { FileChange } from '../files/save-files.ts';
import type { DataFile } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import type { Records, Sourced } from '../records/records.ts';
import { withSchemaLine } from '../records/schema-line.ts';
import { statementsIn } from '../records/statements.ts';
import type { ReportRecord } from '../schema/report.ts';
import { statementSchema, type StatementRecord } from '../schema/statement.ts';
import { boundedDate } from '../schema/text.ts';
import { reportText } from './report-text.ts';
import { textOf } from './write-checked.ts';

/** One report on an action, as it was in the list `updates` of its record before there were reports. */
type UpdateRecord = StatementRecord & { reported: string };

/** What becomes of a data folder in which actions still hold the updates on them. */
export interface Moved {
  changes: FileChange[];
  /** The new reports, by their paths in the data folder, and how many actions each is about. */
  reports: Map<string, number>;
  /** The records of actions that a person has to look at, and why. */
  byHand: Map<string, string>;
}

/**
 * Moves the lists `updates`, which records of actions had before there were reports, into reports:
 * one for each plan and date. What was reported of each action, and in which order, is the same
 * afterwards; an action for which it would not be is left as it is. Notes of editors (#) come along.
 *
 * @param name what the data folder is called in messages
 */
export function moveUpdates(files: readonly DataFile[], name: string): Moved {
  const taken = new Map(files.map((file) => [file.path, updatesIn(file)]));
  const withoutUpdates = files.map((file) => {
    const of = taken.get(file.path);
    return of && 'rest' in of ? { ...file, bytes: new TextEncoder().encode(of.rest) } : file;
  });
  const { records } = readRecords(withoutUpdates, name);
  const byHand = new Map<string, string>();
  for (;;) {
    const moved = movedOut(files, name, { records, taken }, byHand);
    const before = byHand.size;
    for (const file of differing(files, name, { records, taken }, moved.changes)) {
      byHand.set(file, 'As reports, its updates would be in another order. Give each its day.');
    }
    if (byHand.size === before) return { ...moved, byHand };
  }
}

/** Everything that is read before anything is moved. */
interface ReadBefore {
  /** Without the updates. */
  records: Records;
  /** Path of a file → its updates, if it is the record of an action that has any. */
  taken: ReadonlyMap<string, TakenOut | { refusal: string } | undefined>;
}

function updatesIn({ path, bytes }: DataFile): TakenOut | { refusal: string } | undefined {
  const isAction = /^plans\/[^/]+\/actions\/[^/]+\.yaml$/.test(path);
  return isAction ? takenOut(textOf(bytes)) : undefined;
}

/** One update of an action, with the notes of editors at it. */
interface Entry {
  reference: string;
  update: UpdateRecord;
  notes: string[];
}

function movedOut(
  files: readonly DataFile[],
  name: string,
  { records, taken: takenFrom }: ReadBefore,
  byHand: Map<string, string>,
): Omit<Moved, 'byHand'> {
  const bytes = new Map(files.map(({ path, bytes }) => [`${name}/${path}`, bytes]));
  const paths = new Set(files.map(({ path }) => path));
  const changes: FileChange[] = [];
  const entries = new Map<string, Entry[]>();
  for (const action of records.action) {
    const before = bytes.get(action.file)!;
    const taken = takenFrom.get(action.file.slice(name.length + 1));
    if (taken === undefined || byHand.has(action.file)) continue;
    if (!action.sound || 'refusal' in taken || !taken.updates.every(isSound)) {
      const mistake = 'It has a mistake in it. See what it is with  npm run check';
      byHand.set(action.file, 'refusal' in taken ? taken.refusal : mistake);
      continue;
    }
    changes.push({ path: action.file.slice(name.length + 1), before, after: taken.rest });
    const own = entries.get(action.plan!) ?? [];
    entries.set(action.plan!, own);
    own.push(...taken.updates.map((entry) => ({ ...entry, reference: action.reference! })));
  }
  const reports = new Map<string, number>();
  for (const [plan, own] of entries) {
    own.sort((a, b) => compareReferences(a.reference, b.reference));
    for (const { stem, entries: together } of grouped(own)) {
      const path = freePath(`plans/${plan}/reports/${stem}`, paths);
      paths.add(path);
      const record = reportOf(
        together,
        records.plan.find(({ id }) => id === plan),
      );
      const notes = new Map(together.map(({ reference, notes }) => [reference, notes]));
      changes.push({
        path,
        before: undefined,
        after: withSchemaLine(path, reportText(record, notes)),
      });
      reports.set(path, together.length);
    }
  }
  return { changes, reports };
}

/** Whether an update says nothing that a report could not say. */
function isSound({ update: { reported, ...said } }: TakenOut['updates'][number]): boolean {
  return boundedDate.safeParse(reported).success && statementSchema.safeParse(said).success;
}

interface TakenOut {
  /** The record without its updates. */
  rest: string;
  updates: Omit<Entry, 'reference'>[];
}

/** Undefined where a record has no updates. */
function takenOut(text: string): TakenOut | { refusal: string } | undefined {
  const { contents } = parseDocument(text, { schema: 'failsafe' });
  if (!isMap(contents)) return undefined;
  const pairs = contents.items as Pair<Node, Node | null>[];
  const at = pairs.findIndex(({ key }) => isScalar(key) && key.value === 'updates');
  if (at === -1) return undefined;
  const list = pairs[at]!.value;
  if (!isSeq<Node>(list) || list.flow === true) {
    return {
      refusal: 'Its list “updates” is not written with dashes, one update below the other.',
    };
  }
  const start = startOfLine(text, pairs[at]!.key.range![0]);
  const next = pairs[at + 1]?.key.range![0];
  const end = next === undefined ? text.length : aboveNotes(text, next);
  const block = text.slice(start, end);
  const updates = (parse(block, { schema: 'failsafe' }) as { updates: UpdateRecord[] }).updates;
  const notes = updates.map((): string[] => []);
  for (const { note, offset } of notesIn(block)) {
    const owner = list.items.findIndex(({ range }) => start + offset < range![1]);
    notes.at(owner)!.push(note);
  }
  return {
    rest: text.slice(0, start) + text.slice(end),
    updates: updates.map((update, index) => ({ update, notes: notes[index]! })),
  };
}

/** Everything after a # that is not part of a text. */
function* notesIn(text: string): Iterable<{ note: string; offset: number }> {
  let offset = 0;
  let isScalarNext = false;
  for (const token of new Lexer().lex(text)) {
    const isMark = ['\u{FEFF}', '\u0002', '\u0018', '\u001F'].includes(token);
    if (!isMark && token.startsWith('#') && !isScalarNext) yield { note: token.trim(), offset };
    isScalarNext = token === '\u001F';
    if (!isMark) offset += token.length;
  }
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of a field’s line, or of the notes right above it. */
function aboveNotes(text: string, offset: number): number {
  let at = startOfLine(text, offset);
  while (at > 0 && text.startsWith('#', startOfLine(text, at - 1))) at = startOfLine(text, at - 1);
  return at;
}

/** Updates of one date go together, but never two on one action. */
function grouped(entries: readonly Entry[]): { stem: string; entries: Entry[] }[] {
  const groups: { stem: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const parsed = parseDueDate(entry.update.reported);
    if (!parsed.ok) throw new Error(`“${entry.update.reported}” is not a date.`);
    const stem = parsed.date.slug;
    // The later of two on one action goes into a later file, so that their order remains.
    const mine = groups.filter((group) => group.stem === stem);
    const last = mine.findLastIndex((group) =>
      group.entries.some(({ reference }) => reference === entry.reference),
    );
    const group = mine[last + 1];
    if (group === undefined) groups.push({ stem, entries: [entry] });
    else group.entries.push(entry);
  }
  return groups;
}

/** A name that no file has; names with more words come after those with fewer. */
function freePath(start: string, taken: ReadonlySet<string>): string {
  let path = `${start}.yaml`;
  for (let words = '-more'; taken.has(path); words += '-more') path = `${start}${words}.yaml`;
  return path;
}

function reportOf(entries: readonly Entry[], plan: Sourced<'plan'> | undefined): ReportRecord {
  const { reported } = entries[0]!.update;
  const actions = Object.fromEntries(
    entries.map(({ reference, update: { reported: _date, ...said } }) => [reference, said]),
  );
  // What the plan’s own document says of progress was reported in that document.
  const { date, ground } = plan?.value.reported ?? {};
  const title = plan?.value.source?.title;
  return dayOf(date) === dayOf(reported) && ground !== undefined && title !== undefined
    ? { reported, dated_by: ground, source: { title }, actions }
    : { reported, actions };
}

function dayOf(date: string | undefined): string | undefined {
  const parsed = parseDueDate(date ?? '');
  return parsed.ok ? parsed.date.slug : undefined;
}

/** The records of actions of which something else would be reported than before, or in another order. */
function differing(
  files: readonly DataFile[],
  name: string,
  { records: before, taken }: ReadBefore,
  changes: readonly FileChange[],
): string[] {
  const all = new Map(files.map(({ path, bytes }) => [path, bytes]));
  for (const { path, after } of changes) all.set(path, new TextEncoder().encode(String(after)));
  const changed = [...all].map(([path, bytes]) => ({ path, bytes }));
  const after = readRecords(changed, name).records;
  const reportedBefore = saidIn(before);
  const now = saidIn(after);
  return before.action
    .filter(({ id, file }) => {
      const own = taken.get(file.slice(name.length + 1));
      // What was left where it is, is not said by any report yet.
      const isMoved = changes.some(({ path }) => `${name}/${path}` === file);
      const updates = own && isMoved && 'updates' in own ? own.updates.map(saidInUpdate) : [];
      const old = [...updates, ...(reportedBefore.get(id) ?? [])].sort(byDate);
      return !isDeepStrictEqual(
        old.map(({ display, value }) => ({ display, value })),
        (now.get(id) ?? []).map(({ display, value }) => ({ display, value })),
      );
    })
    .map(({ file }) => file);
}

/** What one update or report says of an action. */
interface Said {
  date: DueDate | undefined;
  display: string | undefined;
  value: object;
}

function byDate(a: Said, b: Said): number {
  return a.date && b.date ? compareDueDates(a.date, b.date) : 0;
}

function saidInUpdate({ update: { reported, ...value } }: Omit<Entry, 'reference'>): Said {
  const parsed = parseDueDate(reported);
  const date = parsed.ok ? parsed.date : undefined;
  return { date, display: date?.display, value };
}

function saidIn(records: Records): Map<string, Said[]> {
  return new Map(
    [...statementsIn(records)].map(([id, statements]) => [
      id,
      statements.map(({ reported, value }) => ({
        date: reported,
        display: reported?.display,
        value: { ...value },
      })),
    ]),
  );
}
