import { spokenReference } from '../domain/reference.ts';
import { count, capitalised } from '../domain/words.ts';
import type { Sourced } from '../records/records.ts';
import { keptReports, lostReports, type Comparison, type KeptReport } from './compare.ts';
import { actionOf, newReportCorrections, partInWords, reportChanges } from './report-changes.ts';
import { speakerName, type Names } from './sentences.ts';
import { difference, inBrief, reportNamed, shownWhen } from './shown.ts';
import { asFlow } from '../records/yaml/as-yaml.ts';

/**
 * Which reports are new, by whom and where they can be read, and what was changed in earlier ones
 * besides what they say of actions, which is told with each action.
 */
export function sentencesOnReports(comparison: Comparison, names: Names): string[] {
  const old = new Set(comparison.before.report.map(({ id }) => id));
  const arrived = comparison.after.report.filter(({ id, sound }) => sound && !old.has(id));
  const codes = new Map(comparison.after.plan.map(({ id, value }) => [id, value.code ?? id]));
  return [
    ...arrived.map((report) => arrival(report, names)),
    ...keptReports(comparison).flatMap((report) =>
      edits(report, names, codes.get(report.after.plan!) ?? report.after.plan!),
    ),
    ...lostReports(comparison).map((report) => `${capitalised(reportNamed(report))} was removed.`),
  ];
}

function arrival(report: Sourced<'report'>, names: Names): string {
  const references = Object.keys(report.value.actions ?? {});
  const named = capitalised(reportNamed(report));
  const { by, source } = report.value;
  const who = by === undefined ? 'by the publisher of the plan' : `by ${speakerName(by, names)}`;
  const where =
    source === undefined
      ? 'it does not say where it can be read'
      : [source.title, source.page && `page ${source.page}`, source.url ?? notAt(source)]
          .filter(Boolean)
          .join(', ');
  return `${named} is new: ${who}; about ${count(references.length, 'action')}; source: ${inBrief(where)}.`;
}

function notAt({ not_published: unpublished }: { not_published?: string }): string {
  return unpublished === undefined ? 'address not known' : 'not published';
}

function edits(report: KeptReport, names: Names, code: string): string[] {
  const named = capitalised(reportNamed(report.before));
  const changed = reportChanges(report)
    .filter((change) => actionOf(change) === undefined)
    .map((change) => {
      const [from, to] = [change.before, change.after].map((value) =>
        shown(value, names, change.path),
      );
      return `${named}: ${partInWords(change)} changed: ${difference(from, to)}.`;
    });
  const corrected = newReportCorrections(report).map(({ date, action, why }) => {
    const what = action === undefined ? 'the report' : spokenReference(code, action);
    return `${named}: corrected ${shownWhen(date)}: ${what}. ${why ?? ''}`;
  });
  return [...changed, ...corrected];
}

function shown(value: unknown, names: Names, [field]: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  if (field === 'by') return speakerName(value as Parameters<typeof speakerName>[0], names);
  return typeof value === 'string' ? value : asFlow(value);
}
