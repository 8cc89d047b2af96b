/**
 * The folder that holds the records, from the root of the project: what `SITE_DATA` names, or
 * `data`. There is no slash at its end.
 */
export function dataFolderName(environment: Record<string, string | undefined>): string {
  return (environment['SITE_DATA'] || 'data').replaceAll('\\', '/').replace(/\/+$/, '');
}
