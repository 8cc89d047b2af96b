import { parseArgs, type ParseArgsConfig } from 'node:util';
import { offer } from '../domain/nearest.ts';

/**
 * What was typed after the name of a command: the one way in which all of them read their options.
 * Each has `--help`, which shows how it is used.
 *
 * @param usage what `--help` shows; its first line begins with the command itself
 * @returns undefined where that was asked for and has been shown, so nothing else is to be done
 * @throws in plain words, where an option is unknown or has no value
 */
export function readOptions<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> | undefined {
  const options: ParseArgsConfig['options'] = { ...config.options, help: { type: 'boolean' } };
  const refused = refusalOf({ ...config, options }, usage);
  if (refused !== undefined) throw new Error(refused);
  const read = parseArgs({ ...config, options });
  if (!('help' in read.values)) return read as ReturnType<typeof parseArgs<T>>;
  process.stdout.write(usage);
  return undefined;
}

/** Why what was typed cannot be read, by its first part that cannot. */
function refusalOf(config: ParseArgsConfig, usage: string): string | undefined {
  const { options = {}, allowPositionals = false } = config;
  const help = `See the options with  ${/^npm run \S+/.exec(usage)?.[0] ?? ''} -- --help`;
  const { tokens } = parseArgs({ ...config, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && !allowPositionals) {
      const instead = Object.hasOwn(options, 'data')
        ? `To read another folder, write  --data ${token.value}`
        : help;
      return `“${token.value}” is not expected here. ${instead}`;
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const known = Object.hasOwn(options, name) ? options[name] : undefined;
    if (known === undefined) {
      const flags = Object.keys(options).map((option) => `--${option}`);
      return `“${rawName}” is not an option here. ${offer(rawName, flags, help)}`;
    }
    if (known.type === 'boolean' && value !== undefined) return `“${rawName}” takes no value.`;
    if (known.type === 'string' && (value === undefined || (!inlineValue && isOption(value)))) {
      return `“${rawName}” needs a value after it. One that starts with a dash is written  ${rawName}=-…`;
    }
  }
  return undefined;
}

/** Whether a text looks like an option and not like the value of the one before it. */
function isOption(text: string): boolean {
  return text.length > 1 && text.startsWith('-');
}
