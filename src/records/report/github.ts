import type { Problem } from '../problem.ts';
import { problemsInWords } from './problems-in-words.ts';
import { withSymbols } from './symbols.ts';

/**
 * All problems as workflow commands that GitHub shows beside the lines of a pull request. It shows
 * ten errors and ten warnings of one step; the rest are in its log.
 *
 * Source: GitHub Docs, “Workflow commands for GitHub Actions”, and the escapes of `@actions/core`.
 */
export function githubAnnotations(problems: readonly Problem[]): string {
  const told = problems.map((problem) => {
    const { severity, file, line, column, length, message, why, advice } = problem;
    const place = {
      file,
      line: String(line),
      endLine: String(line),
      col: String(column),
      // GitHub marks up to and with the last column.
      endColumn: String(column + Math.max(0, length - 1)),
      title: message,
    };
    const properties = Object.entries(place).map(([name, value]) => `${name}=${property(value)}`);
    const text = [why, advice].filter((part) => part !== undefined).join('\n');
    return `::${severity} ${properties.join(',')}::${data(text)}\n`;
  });
  const errors = problems.filter(({ severity }) => severity === 'error');
  return `${told.join('')}${errors.length > 0 ? `${problemsInWords(errors)}.\n` : ''}`;
}

function data(text: string): string {
  return text
    .split('\n')
    .map(withSymbols)
    .join('\n')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
