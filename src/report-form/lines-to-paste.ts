import type { PublishedAction } from '../exports/actions-json.ts';
import { updateEntry, updatesHeading } from '../authoring/update-entry.ts';
import type { UpdateRecord } from '../schema/action.ts';

/**
 * The lines of an update as they are pasted into the record of its action, with a line end after the
 * last: before the line `source:`, or where the record has updates, before the first line below them
 * that starts at the very left.
 */
export function linesToPaste(update: UpdateRecord, { updates }: PublishedAction): string {
  const heading = updates.length === 0 ? [updatesHeading] : [];
  return [...heading, ...updateEntry(update), ''].join('\n');
}
