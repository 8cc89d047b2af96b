import { expect, test } from 'vitest';
import type { Problem } from '../problem.ts';
import { githubAnnotations } from './github.ts';
import { problemsAsJson } from './json.ts';
import { reportProblems } from './terminal.ts';

const problem: Problem = {
  rule: 'schema',
  severity: 'error',
  file: 'data/plans/new/a,b:c.yaml',
  line: 8,
  column: 6,
  length: 7,
  lineText: 'due: 100% it',
  message: 'It is 100% wrong, so: fix it.',
  why: 'Because.',
  advice: 'Write\nit anew.',
};
const warning: Problem = { ...problem, severity: 'warning', message: 'Poor.', why: undefined };

test('a terminal shows the line and underlines the place', () => {
  expect(reportProblems([problem])).toBe(`data/plans/new/a,b:c.yaml:8:6
  8 | due: 100% it
    |      ^^^^^^^
  It is 100% wrong, so: fix it.
  Because.
  Write
  it anew.

1 problem in 1 file. Nothing is published until it is fixed.
`);
});

test('the place is underlined where it is seen: tabs, emoji and long lines', () => {
  const carets = (lineText: string, column: number, length: number) => {
    const lines = reportProblems([{ ...problem, lineText, column, length }]).split('\n');
    return lines.slice(1, 3);
  };
  expect(carets('\tdue: x', 1, 1)).toEqual(['  8 | →due: x', '    | ^']);
  expect(carets('a: 🎉 due', 7, 3)).toEqual(['  8 | a: 🎉 due', '    |       ^^^']);
  const [line, under] = carets(`a: ${'word '.repeat(40)}here`, 204, 4);
  expect(line!.slice(under!.indexOf('^'))).toBe('here');
});

test('colour adds nothing but colour', () => {
  const painted = reportProblems([problem], { colour: true });
  expect(painted).not.toBe(reportProblems([problem]));
  expect(painted.replaceAll(/\u001B\[\d+m/g, '')).toBe(reportProblems([problem]));
});

test('warnings come after errors, and many are summed up', () => {
  const many = Array.from({ length: 12 }, (_, line) => ({ ...warning, line }));
  const report = reportProblems([problem, ...many]);
  expect(report.indexOf('is fixed')).toBeLessThan(report.indexOf('could be better'));
  expect(report).toContain('12 things that could be better in 1 file. They do not stop anything.');
  expect(report.match(/Poor\./g)).toHaveLength(1);
  expect(reportProblems(many, { allWarnings: true }).match(/Poor\./g)).toHaveLength(12);
});

test('GitHub gets one annotation each, escaped as its runner wants it', () => {
  expect(githubAnnotations([problem, warning])).toBe(
    `::error file=data/plans/new/a%2Cb%3Ac.yaml,line=8,endLine=8,col=6,endColumn=12,title=It is 100%25 wrong%2C so%3A fix it.::Because.%0AWrite%0Ait anew.
::warning file=data/plans/new/a%2Cb%3Ac.yaml,line=8,endLine=8,col=6,endColumn=12,title=Poor.::Write%0Ait anew.
1 problem in 1 file.
`,
  );
});

test('JSON holds everything', () => {
  expect(JSON.parse(problemsAsJson([problem, warning]))).toEqual({
    errors: 1,
    warnings: 1,
    problems: [problem, JSON.parse(JSON.stringify(warning))],
  });
});
