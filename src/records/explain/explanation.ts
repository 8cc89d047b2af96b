import type { z } from 'zod';
import { asField, asYaml } from '../yaml/as-yaml.ts';

export type Issue = z.core.$ZodIssue;
export type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** What one refusal of a schema means to an editor, and whether it is about a key or a value. */
export interface Explanation {
  path: PropertyKey[];
  about: 'key' | 'value';
  message: string;
  why?: string;
  advice: string;
  /** The field that is missing. */
  missing?: PropertyKey[];
  /** The field that was most likely meant by one that does not exist. */
  meant?: PropertyKey[];
}

/** What was held against its schema, and for whom the words are. */
export interface Asked {
  /** The record’s schema, asked for field names and examples. */
  schema: z.ZodType;
  /** What the record is called in a sentence, such as “an action”. */
  recordName: string;
  /**
   * What the boxes of a form are called, by the names of the fields: then the words are for someone
   * who fills in boxes, and not for someone who types the lines of a record.
   */
  labels?: Readonly<Record<string, string>> | undefined;
}

/** “status” in entry 2 of “updates”: a field as a person would point at it. */
export function fieldInWords(
  path: readonly PropertyKey[],
  { labels = {} }: Pick<Asked, 'labels'> = {},
): string {
  const last = path.at(-1);
  if (last === undefined) return 'the record';
  const above = () => fieldInWords(path.slice(0, -1), { labels });
  if (typeof last === 'number') return `entry ${last + 1} of ${above()}`;
  const label = (Object.hasOwn(labels, last) ? labels[String(last)] : undefined) ?? String(last);
  return typeof path.at(-2) === 'number' ? `“${label}” in ${above()}` : `“${label}”`;
}

/** A value as it is typed at its place: after the name of its field, or after a dash. */
export function typedAt(path: readonly PropertyKey[], text: string): string {
  const last = path.at(-1);
  return typeof last === 'string' ? asField(last, text) : `- ${asYaml(text)}`;
}
