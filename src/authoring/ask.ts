import { createInterface, type Interface } from 'node:readline';

/** The person at the terminal pressed Ctrl+C. */
export class Interrupted extends Error {
  override name = 'Interrupted';
  constructor() {
    super('You stopped it.');
  }
}

export interface Question {
  /** The option by which the same can be said on the command line. */
  option: string;
  question: string;
  /** What an empty answer means. Without it an empty answer is asked again, unless it is optional. */
  suggested?: string | undefined;
  /** An empty answer means that there is nothing to say. */
  optional?: boolean;
  /** Whether the answer may run over several lines, as a copied text does; an empty line ends it. */
  long?: boolean;
  /** What is wrong with an answer; then it is asked again. */
  refuse?(answer: string): string | undefined;
}

/** Someone who answers questions, one after the other. */
export interface Asker {
  /** Whether there is anybody to ask. */
  readonly present: boolean;
  /**
   * The answer, without the space around it; empty only where it may be.
   *
   * @throws where nobody can be asked, or the answers end
   */
  ask(question: Question): Promise<string>;
  /** Says something between two questions. */
  say(text: string): void;
  close(): void;
}

/** Where questions are written and answers are typed. */
export interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream;
}

/** Asks the person at a terminal. Where the input is no terminal, nobody is there. */
export function askAt({ input, output }: Terminal): Asker {
  const present = input.isTTY === true;
  // Opened with the first question, so that a command that asks nothing leaves the input alone.
  let terminal: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  let interrupted = false;
  // What was typed before the end of the input is still read.
  let closed = false;
  const nextLine = async (prompt: string) => {
    terminal ??= open();
    lines ??= terminal[Symbol.asyncIterator]();
    if (!closed) {
      terminal.setPrompt(prompt);
      terminal.prompt();
    }
    const { value, done } = await lines.next();
    if (done !== true) return value.trim();
    output.write('\n');
    if (interrupted) throw new Interrupted();
    throw new Error('The answers ended before all was said.');
  };
  const open = () => {
    const opened = createInterface({ input, output, terminal: present });
    opened.on('close', () => {
      closed = true;
    });
    opened.on('SIGINT', () => {
      interrupted = true;
      opened.close();
    });
    return opened;
  };
  /** The lines of a copied text are broken anywhere; only an entry of a list starts a line of its own. */
  const goOn = async (first: string) => {
    let text = first;
    for (;;) {
      const line = await nextLine('');
      if (line === '') return text;
      text += `${/^[-*•]/.test(line) ? '\n' : ' '}${line}`;
    }
  };
  return {
    present,
    async ask({ option, question, suggested, optional = false, long = false, refuse }) {
      if (!present) {
        if (suggested !== undefined) return suggested;
        if (optional) return '';
        throw new Error(
          `Say ${question.charAt(0).toLowerCase()}${question.slice(1)} with  --${option} "…"`,
        );
      }
      const hint = suggested !== undefined ? ` [${suggested}]` : optional ? ' [nothing]' : '';
      const how = long ? ' (an empty line ends it)' : '';
      for (;;) {
        const read = await nextLine(`${question}${how}${hint}: `);
        const answer = (long && read !== '' ? await goOn(read) : read) || (suggested ?? '');
        if (answer === '' && !optional) continue;
        const wrong = answer === '' ? undefined : refuse?.(answer);
        if (wrong === undefined) return answer;
        output.write(`${wrong.replaceAll(/^/gm, '  ')}\n`);
      }
    },
    say(text) {
      if (present) output.write(`${text}\n`);
    },
    close: () => terminal?.close(),
  };
}

/** Calls `act` with the person at this terminal, and lets the terminal go in any case. */
export async function withAsker<T>(act: (asker: Asker) => Promise<T>): Promise<T> {
  const asker = askAt({ input: process.stdin, output: process.stdout });
  try {
    return await act(asker);
  } finally {
    asker.close();
  }
}
