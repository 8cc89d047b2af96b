import type { Problem } from '../problem.ts';

/** “3 problems in 2 files”, or “1 thing that could be better in 1 file”. All of one severity. */
export function problemsInWords(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const where = files === 1 ? '1 file' : `${files} files`;
  const one = problems.length === 1;
  const what =
    problems[0]?.severity === 'warning'
      ? `${one ? 'thing' : 'things'} that could be better`
      : one
        ? 'problem'
        : 'problems';
  return `${problems.length} ${what} in ${where}`;
}
