/**
 * `npm run report -- don-2-1-2 --reported "June 2025" --status "in progress" --text "…"`: writes a
 * report on one action or several into a file of its own. Asks for what is missing.
 * Exit 0: written. 1: what was given has problems, nothing is written. 2: could not run.
 * 130: stopped with Ctrl+C.
 */
import { join } from 'node:path';
import { parseDueDate } from '../domain/due-date.ts';
import { startOfReportName } from '../domain/report-name.ts';
import { siteDate } from '../domain/site-date.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { withAsker } from '../authoring/ask.ts';
import { askReport, type ReportSoFar } from '../authoring/ask-report.ts';
import { opinionTold } from '../authoring/opinion-told.ts';
import { problemsOfAnswer } from '../authoring/problems-of-answer.ts';
import { reportGiven, reportOptions, reportUsage } from '../authoring/report-options.ts';
import { newReportFile, reportText } from '../authoring/report-text.ts';
import { AlreadyThere, writeChecked } from '../authoring/write-checked.ts';
import type { ReportRecord } from '../schema/report.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run report -- ACTION … [options]

  ACTION              the action, such as ANY 2.1.2 or any-2-1-2; several of one plan may
                      be named
  --data FOLDER       a data folder other than “data”

${reportUsage}
At a terminal it asks for what is missing. Every report is a new file.
`;

await run('Nothing was written.', () =>
  withAsker(async (asker) => {
    const read = readOptions(usage, {
      allowPositionals: true,
      tokens: true,
      options: { ...reportOptions, ...dataOption },
    });
    if (read === undefined) return;
    const folder = dataFolder(read.values.data);
    const files = dataFilesIn(folder);
    const folderOfFiles = { folder, name: folder, files, today: siteDate(process.env) };
    const { records } = readRecords(files, folder);
    const { plan, report } = await askReport(
      asker,
      reportGiven(read.tokens),
      records,
      (plan, before, after) =>
        problemsOfAnswer(
          folderOfFiles,
          pathWhileAsked(plan, after),
          textSoFar(before),
          textSoFar(after),
        ),
    );

    // A date that cannot be read makes no name; the check says what is wrong with it.
    const isDated = parseDueDate(report.reported).ok;
    const { code = plan } = records.plan.find(({ id }) => id === plan)!.value;
    const { path, text } = isDated
      ? newReportFile(report, { id: plan, code })
      : { path: pathWhileAsked(plan, report), text: reportText(report) };
    const problems = writeChecked(folderOfFiles, path, (there) => {
      if (there !== undefined) throw new AlreadyThere(join(folder, path));
      return text;
    });
    if (problems.length > 0) {
      // No file has this name yet, so nobody could find it.
      const told = problems.map((problem) => ({ ...problem, file: 'Your report' }));
      process.stderr.write(`${reportProblems(told)}Nothing was written.\n`);
      process.exitCode = 1;
      return;
    }
    process.stdout.write(`Written to ${join(folder, path)}:\n\n${text}`);
    process.stdout.write(opinionTold(folder, path));
  }),
);

/** Where a report is placed while it has no name: after all others of its date. */
function pathWhileAsked(plan: string, { reported }: { reported?: string | undefined }): string {
  const parsed = parseDueDate(reported ?? '');
  return `plans/${plan}/reports/${parsed.ok ? startOfReportName(parsed.date) : '0000'}-zzz.yaml`;
}

/** A report as text while its parts are still being asked for. Actions that come later get a stand-in text. */
function textSoFar({ actions, ...head }: ReportSoFar): string {
  const said = Object.entries(actions).map(([reference, statement]) => [
    reference,
    Object.keys(statement).length === 0 ? { text: 'This is still to come.' } : statement,
  ]);
  return reportText({ ...head, actions: Object.fromEntries(said) } as ReportRecord);
}
