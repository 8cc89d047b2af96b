import type { Problem } from '../records/problem.ts';

/** Problems with an answer that was just given, without the place where they would stand. */
export function inWords(problems: readonly Problem[]): string | undefined {
  if (problems.length === 0) return undefined;
  return problems.map(({ message, advice }) => `${message}\n${advice}`).join('\n');
}

/** What is wrong with an answer that `read` refuses by throwing. */
export function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
