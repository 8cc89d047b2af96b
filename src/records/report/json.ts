import type { Problem } from '../problem.ts';

/**
 * All problems as JSON for other programs: `{errors, warnings, problems: [{severity, rule, file,
 * line, column, length, lineText, message, why, advice}]}`. Lines and columns are counted from 1.
 */
export function problemsAsJson(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const told = problems.map(
    ({ severity, rule, file, line, column, length, lineText, message, why, advice }) => ({
      severity,
      rule,
      file,
      line,
      column,
      length,
      lineText,
      message,
      why,
      advice,
    }),
  );
  return `${JSON.stringify({ errors: count('error'), warnings: count('warning'), problems: told }, null, 2)}\n`;
}
