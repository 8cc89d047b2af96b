import type { Sourced } from '../records/records.ts';
import { same, type DraftStatement, type Kept, type Statement } from './compare.ts';
import { difference, shownDate } from './shown.ts';
import { asFlow } from '../records/yaml/as-yaml.ts';

/** What was changed in earlier reports on an action: what they said about it was taken out or altered. */
export function pastSentences(pair: Kept, reports: readonly Sourced<'report'>[]): string[] {
  return pair.saidBefore.flatMap(({ report, reportedText, value }) => {
    // Another sentence tells of a report that was removed as a whole.
    const kept = report.sound && reports.find(({ id }) => id === report.id);
    if (!kept || !kept.sound) return [];
    const now = kept.value.actions?.[pair.after.reference!];
    return same(value, now) ? [] : [sentence(reportedText, value, now)];
  });
}

function sentence(reported: string | undefined, before: object, after: object | undefined): string {
  const what = `the report from ${shownDate(reported)}`;
  return after === undefined
    ? `${what} was taken out`
    : `${what} was changed: ${changedFields(before, after).join('; ')}`;
}

/** Whether a statement took the place of an earlier one, and so reports nothing new. */
export function isRewritten({ saidBefore }: Kept, { report }: Statement): boolean {
  return saidBefore.some((earlier) => earlier.report.id === report.id);
}

function changedFields(before: DraftStatement, after: DraftStatement): string[] {
  const fields = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as (keyof DraftStatement)[];
  return fields
    .filter((field) => !same(before[field], after[field]))
    .map((field) => {
      const [from, to] = [before[field], after[field]];
      return typeof from === 'string' && typeof to === 'string' && field === 'text'
        ? `text ${difference(from, to)}`
        : `${field} ${shown(from)} → ${shown(to)}`;
    });
}

function shown(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : asFlow(value);
}
