import { parse } from 'yaml';
import { z } from 'zod';
import { statusNames, type StatusName } from '../domain/status.ts';
import { nearest } from '../domain/nearest.ts';
import { fields, plainName, type Field } from './columns/column-names.ts';
import { CannotRun } from './table.ts';

/** What the importer is told about the plan, because no table says it. */
export interface PlanFacts {
  title?: string | undefined;
  short_title?: string | undefined;
  code?: string | undefined;
  publisher?: string | undefined;
  area?: string | undefined;
  reported?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  source_url?: string | undefined;
}

export const planFactNames = [
  'title',
  'short_title',
  'code',
  'publisher',
  'area',
  'reported',
  'from',
  'to',
  'source_url',
] as const satisfies readonly (keyof PlanFacts)[];

/** A mapping file: what overrides the usual names. */
export interface Mapping {
  columns: Map<string, Field>;
  /** As the file writes a lead → the organisation’s file. */
  leads: Map<string, string>;
  statuses: Map<string, StatusName>;
  joinRows: boolean | undefined;
  plan: PlanFacts;
}

const mappingSchema = z.strictObject({
  columns: z.record(z.string(), z.enum(fields)).optional(),
  leads: z.record(z.string(), z.string()).optional(),
  statuses: z.record(z.string(), z.enum(statusNames)).optional(),
  join_rows: z.enum(['true', 'false']).optional(),
  plan: z
    .strictObject(
      Object.fromEntries(planFactNames.map((name) => [name, z.string().optional()])) as Record<
        (typeof planFactNames)[number],
        z.ZodOptional<z.ZodString>
      >,
    )
    .optional(),
});

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
      `The mapping file “${name}” cannot be read. Each line is a name, a colon, a space and a value. Lines that belong under another are moved in by two spaces.`,
    );
  }
  const read = mappingSchema.safeParse(value);
  if (!read.success) {
    throw new CannotRun(
      [`The mapping file “${name}” has mistakes:`, ...read.error.issues.map(explain)].join('\n  '),
    );
  }
  const { columns = {}, leads = {}, statuses = {}, join_rows: joinRows, plan = {} } = read.data;
  return {
    columns: new Map(
      Object.entries(columns).map(([heading, field]) => [plainName(heading), field]),
    ),
    leads: new Map(Object.entries(leads)),
    statuses: new Map(
      Object.entries(statuses).map(([said, status]) => [said.toLowerCase(), status]),
    ),
    joinRows: joinRows === undefined ? undefined : joinRows === 'true',
    plan,
  };
}

function explain(issue: z.core.$ZodIssue): string {
  const where = issue.path.join(', ');
  if (issue.code === 'unrecognized_keys') {
    const choices = issue.path.length === 0 ? Object.keys(mappingSchema.shape) : planFactNames;
    const match = nearest(issue.keys[0]!, choices);
    return `“${issue.keys[0]}” is not known here. ${match === undefined ? `Use one of: ${choices.join(', ')}.` : `Did you mean “${match}”?`}`;
  }
  if (issue.code === 'invalid_value') {
    return `“${where}” cannot have this value. Use one of: ${issue.values.map(String).join(', ')}.`;
  }
  return `${where === '' ? 'The file' : `“${where}”`} is not written as it should be. Write a line such as  columns:  and under it, moved in by two spaces, a heading and what it is for, such as  Budget: note`;
}

export const noMapping = (): Mapping => ({
  columns: new Map(),
  leads: new Map(),
  statuses: new Map(),
  joinRows: undefined,
  plan: {},
});
