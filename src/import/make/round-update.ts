import type { DueDate } from '../../domain/due-date.ts';
import type { StatusName } from '../../domain/status.ts';
import type { UpdateRecord } from '../../schema/action.ts';
import { readStatus } from './read-status.ts';
import { proseOf } from './write-prose.ts';

/**
 * The update that the cells of a row make, and what a person has to look at in it.
 *
 * @param said the status cell
 * @param told the progress cell
 */
export function makeUpdate(
  said: string,
  told: string,
  reported: DueDate,
  statuses: ReadonlyMap<string, StatusName>,
): { update: UpdateRecord; remarks: string[] } {
  const remarks: string[] = [];
  // Where no cell is kept for the status, the progress may begin with one, or be one.
  const read = readStatus(said === '' ? told : said, statuses);
  const ends = read.status === 'withdrawn' || read.status === 'merged';
  const status = ends ? undefined : read.status;
  const repeated = read.nothingElse && !ends && (status ?? read.rag) !== undefined;
  const statusText = said === '' || repeated ? undefined : said;
  if (ends) {
    remarks.push(
      `The file says “${(said || told).slice(0, 60)}”. Write  status: ${read.status}  and  ${read.status === 'merged' ? 'merged_into:' : 'reason:'}  in this update.`,
    );
  } else if (status === undefined && said + told !== '') {
    remarks.push('Choose a status for this update. The words in the file do not begin with one.');
  }
  const tooLong = statusText !== undefined && statusText.length > 300;
  const isToldAsStatus = said === '' && repeated;
  const text = [tooLong ? statusText : '', isToldAsStatus ? '' : told]
    .filter((part) => part !== '')
    .join('\n');
  const update: UpdateRecord = {
    reported: reported.text,
    ...(status && { status }),
    ...(statusText !== undefined && !tooLong && { status_text: statusText }),
    ...(read.rag && { rag: read.rag }),
    ...(text !== '' && { text: proseOf(text) || text }),
  };
  return { update, remarks };
}
