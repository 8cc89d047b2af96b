import { asBlock } from '../authoring/as-block.ts';
import { parseDueDate } from '../domain/due-date.ts';
import { reportName } from '../domain/report-name.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { ReportFacts } from './report-facts.ts';

/** A report as the file that it becomes. */
export interface ReportFile {
  /** From the root of the project. */
  path: string;
  text: string;
}

/**
 * The whole file of a report in which nothing is wrong.
 *
 * @param actions those that it is about, of one plan; at least one
 */
export function reportFile(
  report: ReportRecord,
  actions: readonly PublishedAction[],
  { plans }: ReportFacts,
): ReportFile {
  const { plan: id, ref, record } = actions[0]!;
  const text = reportText(report);
  const parsed = parseDueDate(report.reported);
  if (!parsed.ok) throw new Error('A report without a date has no name.');
  const { by } = report;
  const name = reportName({
    date: parsed.date,
    code: plans.find((plan) => plan.id === id)!.code,
    references: actions.map((action) => action.ref),
    speaker: typeof by === 'object' ? by.name : by,
    text,
  });
  const folder = record.slice(0, -`actions/${ref}.yaml`.length);
  return { path: `${folder}reports/${name}.yaml`, text };
}

/** A report as YAML, in the style of the records. */
export function reportText(report: ReportRecord): string {
  const { source } = report;
  if (source?.not_published === undefined) return asBlock(report);
  // As a text it would be put in quotation marks.
  return asBlock({ ...report, source: { ...source, not_published: true } });
}
