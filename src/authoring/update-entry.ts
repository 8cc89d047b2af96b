import type { UpdateRecord } from '../schema/action.ts';
import { asBlock } from './as-block.ts';

/** What stands above the first update of a record. */
export const updatesHeading = 'updates:';

/** How far the updates of a record are moved in, where nobody did it otherwise. */
export const usualIndent = 2;

/** One update as an entry of the list `updates`, line by line. */
export function updateEntry(update: UpdateRecord, indent = usualIndent): string[] {
  const [first, ...rest] = asBlock(update).trimEnd().split('\n');
  const space = ' '.repeat(indent);
  return [`${space}- ${first!}`, ...rest.map((line) => (line === '' ? '' : `${space}  ${line}`))];
}
