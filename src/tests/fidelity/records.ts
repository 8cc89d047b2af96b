import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { CellName } from './source.ts';

/**
 * The records as plain YAML. This test audits them, so it takes neither the site's loader nor its
 * schema on trust: a file here is nothing but texts, lists and maps of texts.
 */
export type Yaml = string | Yaml[] | { [key: string]: Yaml };

export interface Records {
  plan: Yaml;
  /**
   * By reference, which is the name of the file. What the plan’s reports say of an action is with it,
   * as the list `updates`, in the order of the files.
   */
  actions: Map<string, Yaml>;
  /** By the name of the file. */
  organisations: Map<string, Yaml>;
}

function readYaml(file: string): Yaml {
  return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Yaml;
}

function readFolder(folder: string): Map<string, Yaml> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return new Map(files.map((name) => [basename(name, '.yaml'), readYaml(join(folder, name))]));
}

export function readRecords(data: string, plan: string): Records {
  return {
    plan: readYaml(join(data, 'plans', plan, 'plan.yaml')),
    actions: withReports(
      readFolder(join(data, 'plans', plan, 'actions')),
      join(data, 'plans', plan, 'reports'),
    ),
    organisations: readFolder(join(data, 'organisations')),
  };
}

function withReports(actions: Map<string, Yaml>, folder: string): Map<string, Yaml> {
  const reports = existsSync(folder) ? [...readFolder(folder).values()] : [];
  for (const report of reports) {
    const said = at(report, 'actions');
    if (said === undefined || typeof said === 'string' || Array.isArray(said)) continue;
    for (const [reference, statement] of Object.entries(said)) {
      const action = actions.get(reference);
      if (action === undefined) throw new Error(`There is no action ${reference} to report on.`);
      actions.set(reference, {
        ...(action as Record<string, Yaml>),
        updates: [...listAt(action, 'updates'), statement],
      });
    }
  }
  return actions;
}

/** What is at a path of keys and places; undefined where it leads nowhere. */
export function at(value: Yaml | undefined, ...path: (string | number)[]): Yaml | undefined {
  return path.reduce<Yaml | undefined>((inner, key) => {
    if (inner === undefined || typeof inner === 'string') return undefined;
    if (Array.isArray(inner)) return inner[Number(key)];
    return Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);
}

export function listAt(value: Yaml | undefined, ...path: (string | number)[]): Yaml[] {
  const found = at(value, ...path);
  if (found === undefined) return [];
  if (!Array.isArray(found)) throw new Error(`${path.join('.')} is no list`);
  return found;
}

/** The text there, a list of texts joined; empty where there is none. */
export function textAt(value: Yaml | undefined, ...path: (string | number)[]): string {
  const found = at(value, ...path);
  if (found === undefined) return '';
  if (typeof found === 'string') return found;
  if (Array.isArray(found)) return found.map((entry) => textAt(entry)).join(' ');
  throw new Error(`${path.join('.')} is no text`);
}

type Path = (string | number)[];

/** Where a record holds the words of each cell. The first update is the report of the source. */
const FIELDS: Record<CellName, Path[]> = {
  action: [['promise']],
  lead: [['source', 'lead']],
  due: [['due'], ['source', 'due']],
  measure: [['measures']],
  status: [
    ['updates', 0, 'status_text'],
    ['source', 'status'],
  ],
  progress: [['updates', 0, 'text']],
};

/**
 * The fields of this record that hold the words of a cell: every one of them has to hold the whole
 * cell, and none at all stands for an empty cell. Where the table has no progress column, its
 * status column is the report, and there are no words of status.
 */
export function fieldsOf(record: Yaml, cell: CellName, hasProgress: boolean): Path[] {
  let name = cell;
  if (!hasProgress && cell === 'status') name = 'progress';
  if (!hasProgress && cell === 'progress') name = 'status';
  return FIELDS[name].filter((path) => at(record, ...path) !== undefined);
}
