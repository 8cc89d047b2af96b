import { createInterface, type Interface } from 'node:readline';
import { valueOf, type Answer } from './answer.ts';

/** The person at the terminal pressed Ctrl+C. */
export class Interrupted extends Error {
  override name = 'Interrupted';
  constructor() {
    super('You stopped it.');
  }
}

/** A question that may have no answer. */
export interface OptionalQuestion<T> {
  /** The option by which the same can be said on the command line, such as `--due`. */
  option: string;
  question: string;
  /** Whether the answer may run over several lines, as a copied text does; an empty line ends it. */
  long?: boolean;
  /** What an answer says, or why it is refused; then it is asked again. */
  read(answer: string): Answer<T>;
}

/** A question that needs an answer. */
export interface Question<T> extends OptionalQuestion<T> {
  /** What an empty answer means. Without it an empty answer is asked again. */
  suggested?: string | undefined;
}

/** Someone who answers questions, one after the other. Answers come without the space around them. */
export interface Asker {
  /** Whether there is anybody to ask. */
  readonly present: boolean;
  /** @throws where nobody can be asked and nothing is suggested, or the answers end */
  ask<T>(question: Question<T>): Promise<T>;
  /**
   * Undefined where the answer is empty, or nobody can be asked.
   *
   * @throws where the answers end
   */
  askIfAny<T>(question: OptionalQuestion<T>): Promise<T | undefined>;
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
    throw new Error('The answers ended before every question was answered.');
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
  const typed = async ({ question, long = false }: OptionalQuestion<unknown>, hint: string) => {
    const how = long ? ' (an empty line ends it)' : '';
    const read = await nextLine(`${question}${how}${hint}: `);
    return long && read !== '' ? goOn(read) : read;
  };
  const refuse = (refusal: string) => output.write(`${refusal.replaceAll(/^/gm, '  ')}\n`);
  return {
    present,
    async ask(asked) {
      const { suggested } = asked;
      if (!present) {
        if (suggested === undefined) throw new Error(howToSay(asked));
        return valueOf(asked.read(suggested));
      }
      for (;;) {
        const text =
          (await typed(asked, suggested === undefined ? '' : ` [${suggested}]`)) || suggested;
        if (text === undefined) continue;
        const answer = asked.read(text);
        if ('value' in answer) return answer.value;
        refuse(answer.refusal);
      }
    },
    async askIfAny(asked) {
      if (!present) return undefined;
      for (;;) {
        const text = await typed(asked, ' [nothing]');
        if (text === '') return undefined;
        const answer = asked.read(text);
        if ('value' in answer) return answer.value;
        refuse(answer.refusal);
      }
    },
    say(text) {
      if (present) output.write(`${text}\n`);
    },
    close: () => terminal?.close(),
  };
}

function howToSay({ option, question }: OptionalQuestion<unknown>): string {
  const what = question.charAt(0).toLowerCase() + question.slice(1);
  return option.startsWith('--')
    ? `Say ${what} with  ${option} "…"`
    : `Say ${what}, after the name of the command. To see how, add  -- --help  to the command`;
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
