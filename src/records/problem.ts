/** Something wrong or poor in the data: found first, told later (see the folder `report`). */
export interface Problem {
  /** The rule that found it, by its name, or the step of reading that could not go on. */
  rule: string;
  /** An error stops publication. A warning is allowed, and could be better. */
  severity: 'error' | 'warning';
  /** The file, as a path from the folder that holds `data/`, with forward slashes. */
  file: string;
  /** Another file that it is as much about, where two do not go together. */
  also?: string | undefined;
  /** Problems that are only there because of this one, and disappear when it is fixed. */
  brings?: readonly Pick<Problem, 'file' | 'line' | 'column'>[] | undefined;
  /** Where it starts: line and column, both counted from 1. */
  line: number;
  column: number;
  /** Length of the marked text on that line, in characters; 0 where a place and not a text is meant. */
  length: number;
  /** The whole line as it is in the file; undefined where the file has no such line. */
  lineText?: string | undefined;
  /** What is wrong, in one or two plain sentences. */
  message: string;
  /** Why it matters, in a few words, where that is not plain. */
  why?: string | undefined;
  /** How to fix it, with the very text to type where that can be known; may hold several lines. */
  advice: string;
  /** The same for someone who fills in the box of a form, where it differs. */
  inBox?: string | undefined;
}

/** A place in a file. */
export type Place = Pick<Problem, 'line' | 'column' | 'length'>;

/** Where a problem of a file as a whole is told. */
export const startOfFile: Place = { line: 1, column: 1, length: 0 };

/** The problems without those that others explain better, because they are the cause. */
export function withoutBrought(
  problems: readonly Problem[],
  others: readonly Problem[],
): readonly Problem[] {
  const place = ({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>) =>
    `${file}:${line}:${column}`;
  const brought = new Set(others.flatMap(({ brings = [] }) => brings.map(place)));
  return problems.filter((problem) => !brought.has(place(problem)));
}

/** Problems in the order in which a reader goes through the files. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      byName.compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      a.message.localeCompare(b.message),
  );
}

const byName = new Intl.Collator('en-GB', { numeric: true });
