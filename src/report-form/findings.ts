import { holdAgainst } from '../records/hold-against.ts';
import type { Draft, Records } from '../records/records.ts';
import type { Rule } from '../records/rule.ts';
import { datedReportErrorRules, reportErrorRules } from '../records/rules/errors-of-reports.ts';
import { mergedIntoExists } from '../records/rules/named-in-reports.ts';
import { reportSchema, type ReportRecord } from '../schema/report.ts';
import { fieldLabels } from './form-words.ts';
import { newReport, recordsAround, type Surroundings } from './records-around.ts';

/** Something that the check would refuse in a report. */
export interface Finding {
  /** Where in the report: `['reported']`, `['actions', '2.1.2', 'leads', 0]`. */
  path: PropertyKey[];
  message: string;
  why?: string | undefined;
  advice: string;
}

/**
 * Everything that the check would say of a report, if it were among the others of its plan.
 *
 * @param reader who is spoken to: someone who fills in boxes, or as the check does, who types lines
 */
export function findingsIn(
  report: ReportRecord,
  around: Surroundings,
  reader: Reader = 'fills in boxes',
): Finding[] {
  // A date that was not typed is missing, and not one that cannot be read.
  const { reported, ...rest } = report;
  const given = reported === '' ? rest : report;
  const labels = reader === 'fills in boxes' ? fieldLabels : undefined;
  const { explanations, value } = holdAgainst(reportSchema, given, 'a report', labels);
  return [
    ...explanations.map(({ path, missing, message, why, advice }) => ({
      path: missing ?? path,
      message,
      why,
      advice,
    })),
    ...byRules(value, around, reader),
  ];
}

type Reader = 'fills in boxes' | 'types lines';

function byRules(report: Draft<ReportRecord>, around: Surroundings, reader: Reader): Finding[] {
  // A problem has a line but no path. So the nth path that a rule asks for gets the line n, by which it
  // is found again.
  const asked: (readonly PropertyKey[])[] = [];
  const records = recordsAround(around, report, (path) => ({
    line: asked.push(path),
    column: 1,
    length: 0,
  }));
  const known = ({ find }: Rule<Records>) =>
    find !== mergedIntoExists.find || around.others !== undefined;
  return [
    ...reportErrorRules.filter(known).flatMap(({ find }) => [...find(records)]),
    ...datedReportErrorRules.flatMap(({ find }) => [...find({ records, today: around.today })]),
  ]
    .filter(({ file }) => file === newReport)
    .map(({ line, message, why, advice, inBox = advice }) => ({
      path: [...asked[line - 1]!],
      message,
      why,
      advice: reader === 'fills in boxes' ? inBox : advice,
    }));
}
