import type { SoundRecords } from '../records/records.ts';
import type { ReportRecord } from '../schema/report.ts';

/** The same records with one report more, after all others of its date. */
export function withReport(records: SoundRecords, plan: string, value: ReportRecord): SoundRecords {
  const id = `${plan}/zzz`;
  const file = `data/plans/${id}.yaml`;
  return { ...records, report: [...records.report, { id, plan, file, value }] };
}
