import { asField, asYaml } from '../as-yaml.ts';
import type { Line } from '../lines.ts';

/** A fault of typing at a place of a record’s text. */
export interface Fault {
  line: number;
  /** Counted from 1. */
  column: number;
  length: number;
  message: string;
  why?: string;
  advice: string;
  severity: 'error' | 'warning';
  /** Whether the parser takes it in silence. The others are only looked for where it complains. */
  silent: boolean;
  /** Whether it brings all that the parser complains of in the whole file. */
  bringsAll?: boolean;
}

/** What is known of the text around a line. */
export interface Context {
  lines: readonly Line[];
  /** The names of all fields of all kinds of record. */
  fields: ReadonlySet<string>;
}

/**
 * One sort of fault that is best told from the lines themselves. YAML’s parser either takes it in
 * silence for something else, or complains of a later line in words of its own.
 */
export interface FaultRule {
  severity: Fault['severity'];
  /** For what the parser takes in silence: a quick look at the whole text, to see whether a close one pays. */
  inSilence?: RegExp;
  /** The fault of a line, if it has this one. */
  find(
    line: Line,
    context: Context,
  ): Pick<Fault, 'column' | 'length' | 'message' | 'why' | 'advice'> | undefined;
}

/** A text as it is to be typed: after the name of its field, or after a dash. */
export function typed(key: string | undefined, text: string): string {
  return key === undefined ? `- ${asYaml(text)}` : asField(key, text);
}
