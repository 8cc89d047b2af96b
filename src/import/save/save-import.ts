import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { MadeFile } from '../make/made-record.ts';

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
}

export interface Saved {
  written: string[];
  renewed: string[];
  same: string[];
  /** Touched by an editor and left alone, though the import would now write something else. */
  differ: { path: string; fields: string[] }[];
  /** Written by an earlier import and taken out by an editor: not written again. */
  takenOut: string[];
  /** Actions of the plan that this file does not have. */
  notInFile: string[];
}

const about =
  'Written by npm run import. It remembers what was imported, so that a second import leaves your own changes alone. Keep it in the repository.';

const memoryPath = (plan: string) => `plans/${plan}/.import.json`;

export function readMemory(data: string, plan: string): Memory {
  const path = join(data, memoryPath(plan));
  const empty = { about, files: {}, references: {}, leads: {}, facts: {}, joinRows: false };
  if (!existsSync(path)) return empty;
  return { ...empty, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Memory>) };
}

/**
 * Writes what was imported into the data folder. A file that an editor has touched, or that the
 * importer never wrote, is left as it is.
 */
export function saveImport(
  data: string,
  plan: string,
  files: readonly MadeFile[],
  before: Memory,
  next: Pick<Memory, 'references' | 'leads' | 'facts' | 'joinRows'>,
): Saved {
  const saved: Saved = {
    written: [],
    renewed: [],
    same: [],
    differ: [],
    takenOut: [],
    notInFile: notInFile(data, plan, files),
  };
  const remembered = { ...before.files };
  for (const { path, text } of files) {
    const full = join(data, path);
    const wrote = before.files[path];
    if (!existsSync(full)) {
      if (wrote !== undefined) {
        saved.takenOut.push(path);
        continue;
      }
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
      remembered[path] = hashOf(text);
      saved.written.push(path);
      continue;
    }
    const now = readFileSync(full, 'utf8');
    if (now === text) {
      saved.same.push(path);
    } else if (wrote === hashOf(now)) {
      writeFileSync(full, text);
      remembered[path] = hashOf(text);
      saved.renewed.push(path);
    } else if (wrote === hashOf(text)) {
      // The file has not changed since the last import; only the editor has.
      saved.same.push(path);
    } else {
      saved.differ.push({ path, fields: differingFields(now, text) });
    }
  }
  const memory: Memory = {
    about,
    files: remembered,
    references: { ...before.references, ...next.references },
    leads: { ...before.leads, ...next.leads },
    facts: { ...before.facts, ...next.facts },
    joinRows: next.joinRows,
  };
  mkdirSync(dirname(join(data, memoryPath(plan))), { recursive: true });
  writeFileSync(join(data, memoryPath(plan)), `${JSON.stringify(memory, null, 2)}\n`);
  return saved;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

function notInFile(data: string, plan: string, files: readonly MadeFile[]): string[] {
  const folder = join(data, 'plans', plan, 'actions');
  if (!existsSync(folder)) return [];
  const made = new Set(files.map(({ path }) => path));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `plans/${plan}/actions/${name}`)
    .filter((path) => !made.has(path))
    .sort();
}

/** The fields of two records that do not say the same; what cannot be read differs as a whole. */
export function differingFields(now: string, fresh: string): string[] {
  try {
    const [a, b] = [now, fresh].map(
      (text) => parse(text, { schema: 'failsafe' }) as Record<string, unknown>,
    ) as [Record<string, unknown>, Record<string, unknown>];
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
  } catch {
    return ['the whole file'];
  }
}
