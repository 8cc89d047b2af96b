import type { Problem } from './problem.ts';

/**
 * All problems as text for a terminal, grouped by file: each with its place, what is wrong and how
 * to mend it.
 */
export function reportProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file));
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const where = files.size === 1 ? '1 file' : `${files.size} files`;
  const told = problems.map(
    ({ file, line, column, message, advice }) =>
      `${file}:${line}:${column}\n  ${message}\n  ${advice}\n`,
  );
  return `${told.join('\n')}\n${count} in ${where}. Nothing is published until ${problems.length === 1 ? 'it is' : 'they are'} mended.\n`;
}
