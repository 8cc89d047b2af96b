import { join } from 'node:path';
import { bytesIfThere } from '../files/save-files.ts';
import type { SiteRecord } from '../schema/site.ts';
import { DataProblems } from './data-problems.ts';
import { loadRecords } from './load-records.ts';
import { readRecords } from './read-records.ts';
import { reportProblems } from './report/terminal.ts';

/**
 * What `site.yaml` says, for those who need it before any record is loaded.
 *
 * @param folder the data folder
 * @param name what to call it in what is told to an editor
 * @throws DataProblems, with everything that the check would say of the whole folder, where it is
 *   missing or something in it is wrong
 */
export function siteSettings(folder: string, name: string): SiteRecord {
  const path = 'site.yaml';
  const bytes = bytesIfThere(join(folder, path));
  const { records, problems } = readRecords(bytes === undefined ? [] : [{ path, bytes }], name);
  const [site] = records.site;
  if (site === undefined || problems.some(({ severity }) => severity === 'error')) {
    throw new DataProblems(reportProblems(loadRecords(folder, name).problems));
  }
  return site.value as SiteRecord;
}
