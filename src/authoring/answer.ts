import type { Problem } from '../records/problem.ts';

/** What an answer says, or in words for a person why it is refused. */
export type Answer<T> = { value: T } | { refusal: string };

/** An answer that is refused where there are problems with it, without the place where they are. */
export function answerOf<T>(value: T, problems: readonly Problem[]): Answer<T> {
  if (problems.length === 0) return { value };
  return { refusal: problems.map(({ message, advice }) => `${message}\n${advice}`).join('\n') };
}

/**
 * What was said where nobody can be asked again, as on the command line.
 *
 * @throws the refusal, if it is one
 */
export function valueOf<T>(answer: Answer<T>): T {
  if ('refusal' in answer) throw new Error(answer.refusal);
  return answer.value;
}
