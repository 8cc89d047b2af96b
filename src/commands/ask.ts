import { createInterface } from 'node:readline/promises';

/**
 * What an option says, or what the person at the terminal answers.
 *
 * @param given what the option says, if it was given
 * @param suggested what an empty answer means
 * @throws where nothing was given and nobody can be asked
 */
export async function ask(
  option: string,
  question: string,
  given: string | undefined,
  suggested?: string,
): Promise<string> {
  if (given !== undefined && given.trim() !== '') return given.trim();
  if (!process.stdin.isTTY) {
    if (suggested !== undefined) return suggested;
    throw new Error(`Say ${question.toLowerCase()} with  --${option} "…"`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const hint = suggested === undefined ? '' : ` [${suggested}]`;
      const answer = (await terminal.question(`${question}${hint}: `)).trim();
      if (answer !== '') return answer;
      if (suggested !== undefined) return suggested;
    }
  } finally {
    terminal.close();
  }
}
