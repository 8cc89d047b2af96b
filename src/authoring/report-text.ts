import { parseDueDate } from '../domain/due-date.ts';
import { reportName } from '../domain/report-name.ts';
import type { ReportRecord } from '../schema/report.ts';
import { asBlock } from '../records/yaml/as-yaml.ts';

/**
 * A report as YAML, in the style of the records: what the form, the terminal and the import write.
 *
 * @param notes for editors, by the action above whose lines they are put
 */
export function reportText(
  { actions, corrections, source, ...head }: ReportRecord,
  notes: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  const text = asBlock({
    ...head,
    ...(source && {
      source: {
        ...source,
        // As a text it would be put in quotation marks.
        ...(source.not_published && { not_published: true }),
      },
    }),
    actions,
    ...(corrections && { corrections }),
  });
  if (notes.size === 0) return text;
  const lines = text.split('\n').flatMap((line) => {
    const reference = /^ {2}"?([^\s":]+)"?:$/.exec(line)?.[1];
    const above = reference === undefined ? [] : (notes.get(reference) ?? []);
    return [...above.map((note) => `  ${note}`), line];
  });
  return lines.join('\n');
}

/** A report as the file that it becomes. */
export interface ReportFile {
  /** From the data folder, or from the root of the project where the records are on a code host. */
  path: string;
  text: string;
}

/**
 * The file of a new report, by its path in the data folder. The same report has the same name
 * wherever it was made, so nobody sends it twice.
 *
 * @throws where its date cannot be read
 */
export function newReportFile(
  report: ReportRecord,
  plan: { id: string; code: string },
): ReportFile {
  const parsed = parseDueDate(report.reported);
  if (!parsed.ok) throw new Error('A report without a date has no name.');
  const text = reportText(report);
  const { by } = report;
  const name = reportName({
    date: parsed.date,
    code: plan.code,
    references: Object.keys(report.actions),
    speaker: typeof by === 'object' ? by.name : by,
    text,
  });
  return { path: `plans/${plan.id}/reports/${name}.yaml`, text };
}
