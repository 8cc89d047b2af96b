import { dataFolderName } from '../records/data-folder.ts';

/** The option with which every command that reads records is told where they are. */
export const dataOption = { data: { type: 'string' } } as const;

/**
 * The data folder that was named: with `--data`, else by `SITE_DATA`, else `data`. All that the
 * command does from then on goes by it, such as a build.
 *
 * @param typed what was typed after `--data`
 * @returns its name from the root of the project, without a slash at the end
 */
export function dataFolder(typed: string | undefined): string {
  if (typed !== undefined) process.env['SITE_DATA'] = typed;
  return dataFolderName(process.env);
}
