import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { bytesIfThere, saveFiles, type FileChange } from '../../files/save-files.ts';
import { address } from '../../domain/address.ts';
import { identifier } from '../../domain/reference.ts';
import { answersPath } from '../questions/answers-file.ts';
import type { MadeFile } from '../make/made-record.ts';
import { CannotRun } from '../table.ts';

/**
 * What the importer remembers beside the plan, in `.import.json`: how it wrote each file, so that
 * it knows what an editor has touched since, and which row became which action.
 */
export interface Memory {
  about: string;
  /** Path from the data folder → SHA-256 of the text as it was written. */
  files: Record<string, string>;
  /** Row (by its words) → reference. */
  references: Record<string, string>;
  /** What was answered about leads: as the file writes one → the organisation’s file. */
  leads: Record<string, string>;
  /** What was said on the command line and in the mapping file about the plan. */
  facts: Record<string, string>;
  /** Rows were joined, and have to be again. */
  joinRows: boolean;
  /** Date and name of a file with a progress round → path of the report that it made. */
  rounds: Record<string, string>;
}

/** What an import wrote and what it left alone. */
export interface Saved {
  written: string[];
  renewed: string[];
  same: string[];
  /** Touched by an editor and left alone, though the import would now write something else. */
  differ: { path: string; fields: string[] }[];
  /** Written by an earlier import and taken out by an editor: not written again. */
  takenOut: string[];
  /** Of an earlier import, untouched since and not in this file: taken away. */
  gone: string[];
  /** Of an earlier import, and touched or published since, so they were left. */
  left: string[];
  /** The file in which a person answers, where anything is asked. */
  answers: string | undefined;
}

const about =
  'Written by npm run import. It remembers what was imported, so that a second import leaves your own changes alone. Keep it in the repository.';

export const memoryPath = (plan: string) => `plans/${plan}/.import.json`;

/**
 * What earlier imports of a plan remembered.
 *
 * @throws CannotRun where it cannot be read
 */
export function readMemory(data: string, plan: string): Memory {
  const path = join(data, memoryPath(plan));
  const empty = {
    about,
    files: {},
    references: {},
    leads: {},
    facts: {},
    joinRows: false,
    rounds: {},
  };
  const bytes = bytesIfThere(path);
  if (bytes === undefined) return empty;
  const read = memorySchema.safeParse(jsonOf(bytes));
  if (read.success) return { ...empty, ...read.data };
  throw new CannotRun(
    `“${path}” cannot be read, so it is not known what earlier imports wrote. Get it back from git:  git checkout HEAD -- ${path}\nIf git does not have it, delete it. The import then leaves every existing file as it is.`,
  );
}

const words = z.record(z.string(), z.string());
const memorySchema = z
  .object({
    files: words,
    references: words,
    leads: words,
    facts: words,
    joinRows: z.boolean(),
    rounds: words,
  })
  .partial()
  .transform((memory) => memory as Partial<Memory>);

/** Undefined where it is no JSON, such as a file that was cut or that git has merged. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Writes what was imported into the data folder. A file that an editor has touched, or that the
 * importer never wrote, is left as it is. What an earlier import wrote and this one does not is
 * taken away, unless somebody has touched it or its address has been published.
 *
 * @param answers the file of answers as it is to be
 */
export function saveImport(
  data: string,
  plan: string,
  files: readonly MadeFile[],
  before: Memory,
  next: Pick<Memory, 'references' | 'leads' | 'facts' | 'joinRows'>,
  { answers, code }: { answers: string | undefined; code: string },
): Saved {
  const saved: Saved = {
    written: [],
    renewed: [],
    same: [],
    differ: [],
    takenOut: [],
    gone: [],
    left: [],
    answers: answers === undefined ? undefined : answersPath(plan),
  };
  const remembered = new Map(Object.entries(before.files));
  const changes: FileChange[] = [];
  const read = (path: string) =>
    existsSync(join(data, path)) ? readFileSync(join(data, path), 'utf8') : undefined;
  const write = (path: string, now: string | undefined, text: string | undefined) => {
    if (now !== text) changes.push({ path, before: now, after: text });
  };
  for (const { path, text } of files) {
    const now = read(path);
    const result = resultOfWriting(now, before.files[path], text);
    if (result === 'written' || result === 'renewed') {
      write(path, now, text);
      remembered.set(path, hashOf(text));
    }
    if (result === 'differ') saved.differ.push({ path, fields: differingFields(now!, text) });
    else saved[result].push(path);
  }
  const made = new Set(files.map(({ path }) => path));
  const ofRounds = new Set(Object.values(before.rounds));
  const ofPlan = Object.keys(before.files).filter((path) => !ofRounds.has(path));
  for (const path of [...ofPlan, ...actionsOf(data, plan)]) {
    const now = read(path);
    if (
      made.has(path) ||
      now === undefined ||
      saved.left.includes(path) ||
      saved.gone.includes(path)
    )
      continue;
    const isUntouched = before.files[path] === hashOf(now);
    if (isUntouched && !isNeeded(data, path, code, files, before)) {
      write(path, now, undefined);
      remembered.delete(path);
      saved.gone.push(path);
    } else if (path.startsWith('plans/')) saved.left.push(path);
  }
  const memory: Memory = {
    about,
    files: Object.fromEntries(remembered),
    references: next.references,
    leads: { ...before.leads, ...next.leads },
    facts: { ...before.facts, ...next.facts },
    joinRows: next.joinRows,
    rounds: before.rounds,
  };
  write(answersPath(plan), read(answersPath(plan)), answers);
  write(memoryPath(plan), read(memoryPath(plan)), `${JSON.stringify(memory, null, 2)}\n`);
  saveFiles(data, changes);
  return saved;
}

/**
 * What becomes of a file that an import would write: an editor’s own changes stay.
 *
 * @param now what is there
 * @param wrote the SHA-256 of what an import wrote there last
 */
export function resultOfWriting(
  now: string | undefined,
  wrote: string | undefined,
  text: string,
): 'written' | 'renewed' | 'same' | 'differ' | 'takenOut' {
  if (now === undefined) return wrote === undefined ? 'written' : 'takenOut';
  if (now === text) return 'same';
  if (wrote === hashOf(now)) return 'renewed';
  // The file has not changed since the last import; only the editor has.
  return wrote === hashOf(text) ? 'same' : 'differ';
}

/** Whether a file must not be removed, because its address was published or another record names it. */
function isNeeded(
  data: string,
  path: string,
  code: string,
  files: readonly MadeFile[],
  { files: ours }: Memory,
): boolean {
  const name = basename(path, '.yaml');
  const page = path.includes('/actions/')
    ? address.action(identifier(code, name))
    : path.includes('/reports/') && address.report(identifier(code, name));
  if (page !== false) {
    const published = join(data, 'permalinks.txt');
    return existsSync(published) && readFileSync(published, 'utf8').split('\n').includes(page);
  }
  if (path.startsWith('plans/')) return true;
  const ofOthers = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(data, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((other) => other !== path && ours[other] === undefined)
    .map((other) => readFileSync(join(data, other), 'utf8'));
  const named = new RegExp(`(?<![a-z0-9-])${name}(?![a-z0-9-])`, 'i');
  return [...files.map(({ text }) => text), ...ofOthers].some((text) => named.test(text));
}

/** What a file holds, whatever its ends of lines: the same text has the same hash. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

function actionsOf(data: string, plan: string): string[] {
  const folder = join(data, 'plans', plan, 'actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `plans/${plan}/actions/${name}`)
    .sort();
}

/** The fields of two records that do not say the same; of reports, the actions. What cannot be read differs as a whole. */
export function differingFields(now: string, fresh: string): string[] {
  const differing = (a: Fields, b: Fields) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
    );
  try {
    const [a, b] = [now, fresh].map((text) => parse(text, { schema: 'failsafe' }) as Fields) as [
      Fields,
      Fields,
    ];
    return differing(a, b).flatMap((key) =>
      key === 'actions' ? differing(a[key] as Fields, b[key] as Fields) : [key],
    );
  } catch {
    return ['the whole file'];
  }
}

type Fields = Record<string, unknown>;
