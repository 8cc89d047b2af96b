/** On what terms others may use the program, as pages say it. */
export interface ProgramLicence {
  /** A name to show. */
  name: string;
  /** Where it can be read. */
  url?: string;
}

/**
 * The licence that the field “license” of `package.json` names, which is the only place that does.
 *
 * @returns undefined while none has been chosen
 *
 * Source: https://docs.npmjs.com/cli/configuring-npm/package-json#license: an SPDX expression,
 * “SEE LICENSE IN <file>”, or “UNLICENSED” where nobody is given any right.
 */
export function programLicence(license: string | undefined): ProgramLicence | undefined {
  if (license === undefined || license === '' || license === 'UNLICENSED') return undefined;
  const [, file] = /^SEE LICEN[CS]E IN <?([^>]+)>?$/.exec(license) ?? [];
  if (file !== undefined) return { name: `see the file ${file}` };
  const isOne = /^[A-Za-z0-9.-]+$/.test(license);
  return { name: license, ...(isOne && { url: `https://spdx.org/licenses/${license}.html` }) };
}
