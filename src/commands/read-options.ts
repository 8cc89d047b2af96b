import { parseArgs, type ParseArgsConfig } from 'node:util';
import { offer } from '../domain/nearest.ts';

/**
 * What was typed after the name of a command.
 *
 * @throws in plain words, where an option is unknown or has no value
 */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Error(explained(error as NodeJS.ErrnoException, Object.keys(config.options ?? {})), {
      cause: error,
    });
  }
}

function explained({ code, message }: NodeJS.ErrnoException, known: readonly string[]): string {
  const [, typed = ''] = /'(?:-\w, )?([^' ]*)/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const flags = known.map((name) => `--${name}`);
      return `“${typed}” is not an option here. ${offer(typed, flags, 'See what there is with  -- --help')}`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `“${typed}” takes no value.`
        : `“${typed}” needs a value after it. One that starts with a dash is written  ${typed}=-…`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `“${typed}” is not expected here. See what is with  -- --help`;
    default:
      return message;
  }
}
