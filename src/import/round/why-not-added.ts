import { isSeq } from 'yaml';
import { compareDueDates, parseDueDate, type DueDate } from '../../domain/due-date.ts';
import { hasLines } from '../../authoring/add-update.ts';
import type { UpdateRecord } from '../../schema/action.ts';
import { comparableWords } from '../account/comparable-words.ts';
import { parsedRecord } from './record-text.ts';

/**
 * Why an update cannot be added: it is there already, or it would stand in the wrong order.
 *
 * @param text the record as it is
 */
export function whyNotAdded(
  text: string,
  update: UpdateRecord,
  reported: DueDate,
): string | undefined {
  const list = parsedRecord(text).get('updates');
  if (isSeq(list) && !hasLines(list)) {
    return 'The list of updates is not written in lines.';
  }
  const updates = isSeq(list) ? (list.toJSON() as UpdateRecord[]) : [];
  for (const earlier of updates) {
    const date = parseDueDate(earlier.reported);
    if (!date.ok || date.date.slug !== reported.slug) continue;
    const fields = ['status', 'status_text', 'rag', 'text'] as const;
    const same = fields.every(
      (field) =>
        comparableWords(earlier[field] ?? '').join(' ') ===
        comparableWords(update[field] ?? '').join(' '),
    );
    return same
      ? 'there already'
      : `There is an update from ${reported.display} already, and it says something else.`;
  }
  const last = parseDueDate(updates.at(-1)?.reported ?? '');
  return last.ok && compareDueDates(last.date, reported) > 0
    ? `The newest update is from ${last.date.display}, after this report. Add it by hand in its place.`
    : undefined;
}
