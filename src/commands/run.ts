import { allowClosedPipe } from './closed-pipe.ts';
import { Interrupted } from '../authoring/ask.ts';

/**
 * Runs a command; what goes wrong is told in one sentence, never as a stack trace. Exit code 2, or
 * as a shell has it 130 where the person at the terminal pressed Ctrl+C, or 1 where the records have
 * problems. With DEBUG=1 in the environment, those who write the code see where it happened.
 *
 * @param what what did not come about, as a sentence
 */
export async function run(what: string, act: () => Promise<void> | void): Promise<void> {
  allowClosedPipe();
  try {
    await act();
  } catch (error) {
    if (error instanceof Error && error.name === 'DataProblems') {
      process.exitCode = 1;
      process.stderr.write(`${error.message}\n`);
      return;
    }
    process.exitCode = error instanceof Interrupted ? 130 : 2;
    process.stderr.write(`${what} ${why(error as NodeJS.ErrnoException)}\n`);
    if (process.env['DEBUG']) process.stderr.write(`${(error as Error).stack ?? ''}\n`);
  }
}

/** Why a command could not go on, for a person. What this project throws is written for one already. */
export function why(error: NodeJS.ErrnoException): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('syscall' in cause) return systemSays(cause as NodeJS.ErrnoException);
  }
  const ours = !/^(?:Type|Range|Reference|Syntax|Eval|URI)Error$/.test(error.name);
  return ours ? error.message : `Something unexpected went wrong: ${error.message}`;
}

function systemSays({ code, path, message }: NodeJS.ErrnoException): string {
  const what = path === undefined ? 'A file or folder' : `“${path}”`;
  switch (code) {
    case 'ENOENT':
      return `${what} is not there.`;
    case 'ENOTDIR':
      return `${what} is not a folder.`;
    case 'EISDIR':
      return `${what} is a folder and not a file.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This computer does not let you read or change it: ${what}.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'The disk is full, or you may not put more on it.';
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open on this computer. Close some programs and try again.';
    default:
      return `The computer says: ${message}`;
  }
}
