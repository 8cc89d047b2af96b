import { compareDueDates, type DueDate } from '../../domain/due-date.ts';
import { startOfReportName } from '../../domain/report-name.ts';
import { reportText } from '../../authoring/report-text.ts';
import type { ReportRecord } from '../../schema/report.ts';
import type { StatementRecord } from '../../schema/statement.ts';
import type { Piece } from '../rows/table-read.ts';
import type { MadeFile } from './made-record.ts';

/** What the table reports of one action on one date, with the cells that say it. */
export interface StatementMade {
  reported: DueDate;
  said: StatementRecord;
  claims: { pieces: readonly Piece[]; field: keyof StatementRecord; all: boolean }[];
}

/** An action, and what the table reports of it. */
export interface ReportedAction {
  reference: string;
  statements: readonly StatementMade[];
}

/** What holds of every report that a table makes. */
export interface ReportsSetting {
  /** The plan’s folder. */
  plan: string;
  source: ReportRecord['source'];
  /** How the date of a report is known. */
  datedBy: (reported: DueDate) => string;
}

/** The reports in a plan’s table: one file for each date, about all actions. */
export function makeReports(
  actions: readonly ReportedAction[],
  { plan, source, datedBy }: ReportsSetting,
): MadeFile[] {
  const all = actions.flatMap(({ reference, statements }) =>
    statements.map((statement) => ({ reference, ...statement })),
  );
  const byDate = [...Map.groupBy(all, ({ reported }) => reported.slug).values()].sort((a, b) =>
    compareDueDates(a[0]!.reported, b[0]!.reported),
  );
  const names = new Set<string>();
  return byDate.map((together) => {
    const { reported } = together[0]!;
    // March and spring begin with the same month.
    let name = startOfReportName(reported);
    while (names.has(name)) name += '-more';
    names.add(name);
    const record: ReportRecord = {
      reported: reported.text,
      dated_by: datedBy(reported),
      source,
      actions: Object.fromEntries(together.map(({ reference, said }) => [reference, said])),
    };
    return {
      path: `plans/${plan}/reports/${name}.yaml`,
      text: reportText(record),
      claims: together.flatMap(({ reference, claims }) =>
        claims.map(({ pieces, field, all: whole }) => ({
          pieces,
          path: ['actions', reference, field],
          all: whole,
        })),
      ),
    };
  });
}
