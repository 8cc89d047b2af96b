import { newReportFile, type ReportFile } from '../authoring/report-text.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { ReportFacts } from './report-facts.ts';

/**
 * The whole file of a report in which nothing is wrong, by its path from the root of the project.
 *
 * @param action one that it is about
 */
export function reportFile(
  report: ReportRecord,
  { plan: id, ref, record }: PublishedAction,
  { plans }: ReportFacts,
): ReportFile {
  const { path, text } = newReportFile(
    report,
    plans.find((plan) => plan.id === id)!,
  );
  const dataFolder = record.slice(0, -`plans/${id}/actions/${ref}.yaml`.length);
  return { path: dataFolder + path, text };
}
