import type { Rule } from '../../rule.ts';
import { asField, asYaml } from '../as-yaml.ts';
import type { Line } from '../lines.ts';

/** A fault of typing at a place of a record’s text. */
export interface Fault {
  /** The name of the rule that it breaks. */
  rule: string;
  line: number;
  /** Counted from 1. */
  column: number;
  length: number;
  message: string;
  why?: string | undefined;
  advice: string;
  severity: 'error' | 'warning';
  /** Whether the parser accepts it without a complaint. The others are only looked for where it complains. */
  silent: boolean;
  /** Whether it is the cause of every complaint of the parser in the whole file. */
  bringsAll?: boolean;
  /** The last of the lines that are wrong in the same way, where it is not this one alone. */
  lastLine?: number;
}

/** The names of all fields of all kinds of record, and which of them hold lists. */
export type FieldSorts = ReadonlyMap<string, 'list' | 'other'>;

/** A line, and what is known of the text around it. */
export interface Spot {
  line: Line;
  lines: readonly Line[];
  fields: FieldSorts;
}

/**
 * A rule of typing, whose breach is best told from the lines themselves. YAML’s parser either takes
 * it in silence for something else, or complains of a later line in words of its own.
 */
export interface FaultRule extends Rule<
  Spot,
  Pick<Fault, 'column' | 'length' | 'message' | 'why' | 'advice' | 'lastLine'>
> {
  /** Only where a breach is allowed and could be better. */
  severity?: 'warning';
  /**
   * For faults that the parser does not report: a quick test of the whole text that shows whether a
   * close look is worth it.
   */
  inSilence?: RegExp;
}

/** A text as it is to be typed: after the name of its field, or after a dash. */
export function typed(key: string | undefined, text: string): string {
  return key === undefined ? `- ${asYaml(text)}` : asField(key, text);
}
