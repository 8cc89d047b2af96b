/** What a site is a preview of where nobody said more. */
export const previewOfChanges = 'changes that are not published yet';

/**
 * What this build of the site is a preview of, as a sentence goes on: “a preview of pull request 12”.
 * `SITE_PREVIEW` says so. Undefined for the site that is published.
 */
export function previewOf(environment: Record<string, string | undefined>): string | undefined {
  const given = environment['SITE_PREVIEW']?.replaceAll(/\s+/g, ' ').trim();
  return given === '' ? undefined : given;
}
