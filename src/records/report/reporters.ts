import type { Problem } from '../problem.ts';
import { githubAnnotations } from './github.ts';
import { problemsAsJson } from './json.ts';
import { reportProblems, type TerminalOptions } from './terminal.ts';

/** Every way of telling problems, by the name that `--reporter` takes. */
export const reporters = {
  terminal: reportProblems,
  github: githubAnnotations,
  json: problemsAsJson,
} satisfies Record<string, (problems: readonly Problem[], options: TerminalOptions) => string>;

export type ReporterName = keyof typeof reporters;

/** Whether `--reporter` takes this name. */
export function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
