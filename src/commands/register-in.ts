import { siteDate } from '../domain/site-date.ts';
import { DataProblems } from '../records/data-problems.ts';
import { loadRecords } from '../records/load-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { linkRegister } from '../register/link.ts';
import type { Register } from '../register/register.ts';

/**
 * The register of a data folder, on the day of the site, and the address that it is published at.
 *
 * @throws DataProblems where something in the records is wrong
 */
export function registerIn(folder: string): { register: Register; site: URL } {
  const { records, problems } = loadRecords(folder, folder);
  if (records === undefined) throw new DataProblems(reportProblems(problems));
  const register = linkRegister(records, siteDate(process.env));
  return { register, site: new URL(register.site.url.replace(/\/?$/, '/')) };
}
