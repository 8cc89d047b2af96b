/**
 * The folder that holds the records, from the root of the project: `data`, or what `SITE_DATA`
 * names, so that tests can build a site from records of their own.
 */
export function dataFolderName(environment: Record<string, string | undefined>): string {
  return (environment['SITE_DATA'] ?? 'data').replace(/\/+$/, '');
}
