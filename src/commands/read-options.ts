import { parseArgs, type ParseArgsConfig } from 'node:util';
import { offer } from '../domain/nearest.ts';

/**
 * What was typed after the name of a command: the one way in which all of them read their options.
 * Each has `--help`, which shows how it is used.
 *
 * @returns undefined where that was asked for and has been shown, so nothing else is to be done
 * @throws in plain words, where an option is unknown or has no value
 */
export function readOptions<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> | undefined {
  const options = { ...config.options, help: { type: 'boolean' } } as const;
  try {
    const read = parseArgs({ ...config, options });
    if (!('help' in read.values)) return read as ReturnType<typeof parseArgs<T>>;
    process.stdout.write(usage);
    return undefined;
  } catch (error) {
    throw new Error(explained(error as NodeJS.ErrnoException, Object.keys(options)), {
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
      return `“${typed}” is not expected here. See what there is with  -- --help`;
    default:
      return message;
  }
}
