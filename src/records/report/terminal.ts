import { styleText } from 'node:util';
import type { Problem } from '../problem.ts';
import { problemsInWords } from './problems-in-words.ts';
import { asLogLine, withSymbols } from './symbols.ts';

/** How problems are told at a terminal. */
export interface TerminalOptions {
  /** Whether to colour what is told; the words are the same. */
  colour?: boolean;
  /** Whether to tell every warning; otherwise many of one sort are summed up. */
  allWarnings?: boolean;
}

/** As many warnings as are told one by one without being asked for. */
const fewWarnings = 10;

/**
 * All problems as text for a terminal, in the order in which they are given, which is by file: each
 * with its place, its line with the place underlined, what is wrong and how to fix it.
 */
export function reportProblems(
  problems: readonly Problem[],
  options: TerminalOptions = {},
): string {
  const paint = painter(options.colour ?? false);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const parts: string[] = [];
  if (errors.length > 0) {
    const end = `Nothing is published until ${errors.length === 1 ? 'it is' : 'they are'} fixed.`;
    parts.push(
      ...errors.map((problem) => told(problem, paint)),
      `${problemsInWords(errors)}. ${end}\n`,
    );
  }
  if (warnings.length > 0) {
    const few = warnings.length <= fewWarnings || options.allWarnings === true;
    if (few) parts.push(...warnings.map((problem) => told(problem, paint)));
    parts.push(
      few
        ? `${problemsInWords(warnings)}. ${warnings.length === 1 ? 'It does' : 'They do'} not stop anything.\n`
        : summary(warnings),
    );
  }
  return parts.join('\n');
}

function told(problem: Problem, paint: Paint): string {
  const { file, line, column, message, why, advice } = problem;
  const lines = [paint('bold', withSymbols(`${file}:${line}:${column}`))];
  if (problem.severity === 'warning') lines[0] += ' (could be better)';
  lines.push(...excerpt(problem, paint).map((text) => `  ${text}`));
  lines.push(`  ${paint(problem.severity === 'error' ? 'red' : 'yellow', asLogLine(message))}`);
  if (why !== undefined) lines.push(`  ${asLogLine(why)}`);
  lines.push(...advice.split('\n').map((text) => `  ${paint('green', asLogLine(text))}`));
  return `${lines.join('\n')}\n`;
}

const widest = 92;

/** The line with the place underlined; a long line is cut around the place. */
function excerpt({ line, column, length, lineText }: Problem, paint: Paint): string[] {
  if (lineText === undefined) return [];
  const number = String(line);
  const from = column - 1 > widest - 20 ? Math.max(0, column - 1 - 30) : 0;
  const start = from > 0 ? '… ' : '';
  const cut = lineText.length > from + widest;
  const before = visible(lineText.slice(from, column - 1));
  const shown = visible(lineText.slice(from, from + widest));
  const marked = visible(lineText.slice(column - 1, Math.min(column - 1 + length, from + widest)));
  const carets = '^'.repeat(Math.max(1, width(marked)));
  return [
    `${number} | ${start}${shown}${cut ? ' …' : ''}`,
    `${' '.repeat(number.length)} | ${' '.repeat(width(start) + width(before))}${paint('red', carets)}`,
  ];
}

/** Tabs and characters without a shape of their own as ones that can be seen, one for one. */
function visible(text: string): string {
  return text
    .replaceAll('\t', '→')
    .replaceAll(/[\u00A0\u2000-\u200F\u2028-\u202F\u2060\uFEFF\u00AD\p{Cc}]/gu, '·');
}

/** How many places a text takes in a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => {
    if (/\p{M}|\uFE0F/u.test(letter)) return sum;
    return sum + (/\p{Emoji_Presentation}/u.test(letter) ? 2 : 1);
  }, 0);
}

/** How many warnings there are of each sort. */
function summary(warnings: readonly Problem[]): string {
  const sorts = Map.groupBy(warnings, ({ rule }) => rule);
  const counts = [...sorts]
    .map(([rule, found]) => ({
      count: found.length,
      line: `  ${found.length} × ${rule}: ${withSymbols(found[0]!.message)}`,
    }))
    .sort((a, b) => b.count - a.count)
    .map(({ line }) => line);
  return `${problemsInWords(warnings)}. They do not stop anything. The first of each kind:\n${counts.join('\n')}\nSee all of them with  npm run check -- --warnings\n`;
}

type Paint = (style: 'bold' | 'red' | 'yellow' | 'green', text: string) => string;

function painter(colour: boolean): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}
