import { appendFileSync } from 'node:fs';
import type { ReporterName } from '../records/report/reporters.ts';

interface Told {
  reporter: ReporterName;
  /** What the reporter made of the problems. */
  report: string;
  failed: boolean;
  /** What changed since an earlier state, as Markdown. */
  markdown: string | undefined;
  environment: Record<string, string | undefined>;
}

/**
 * Writes a report where those who asked for it look: problems for a person go to standard error,
 * annotations and JSON to standard output. What changed goes to the summary of the workflow run
 * where there is one (`GITHUB_STEP_SUMMARY`), and into the JSON as `change`.
 */
export function tell({ reporter, report, failed, markdown, environment }: Told): void {
  if (reporter === 'json') {
    const whole = { ...(JSON.parse(report) as object), ...(markdown && { change: markdown }) };
    process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
    return;
  }
  const summary = environment['GITHUB_STEP_SUMMARY'];
  if (markdown !== undefined) {
    if (reporter === 'github' && summary) appendFileSync(summary, markdown);
    else process.stdout.write(`${markdown}\n`);
  }
  if (report === '') return;
  if (reporter === 'terminal' && failed) process.stderr.write(report);
  else process.stdout.write(report);
}
