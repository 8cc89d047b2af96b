import type { StatusName } from '../../domain/status.ts';
import type { UpdateRecord } from '../../schema/action.ts';
import type { ActionWriter } from './action-writer.ts';
import { textOf } from '../rows/draft.ts';
import { readStatus, type StatusRead } from './read-status.ts';
import { proseOf } from './write-prose.ts';

/** The status and progress cells make the first update. */
export function writeFirstUpdate(
  writer: ActionWriter,
  statuses: ReadonlyMap<string, StatusName>,
): void {
  const { status, progress } = writer.action.texts;
  const said = textOf(status);
  const told = textOf(progress);
  const read = readStatus(said, statuses);
  const { update } = writer;
  const ends = read.status === 'withdrawn' || read.status === 'merged';
  if (read.status !== undefined && !ends) update.status = read.status;
  if (read.rag !== undefined) update.rag = read.rag;
  if (said === '' && told !== '') {
    writeProgressAlone(writer, readStatus(told, statuses), told);
    return;
  }
  if (told !== '') {
    update.text = proseOf(told) || told;
    writer.claim('progress', ['updates', 0, 'text']);
  }
  if (said === '') return;
  if (read.status === undefined && read.rag === undefined && told === '') {
    // A table with one column for both says in a sentence how far it has got.
    update.text = proseOf(said) || said;
    writer.claim('status', ['updates', 0, 'text']);
  } else if (read.nothingElse && read.status !== undefined && !ends) {
    writer.claim('status', ['updates', 0, 'status']);
  } else if (read.nothingElse && read.rag !== undefined) {
    writer.claim('status', ['updates', 0, 'rag']);
  } else if (said.length <= 300) {
    update.status_text = said;
    writer.claim('status', ['updates', 0, 'status_text']);
  } else {
    writer.keep('The status is too long for the record.', status);
  }
  if (ends) {
    writer.needsYou(howItEnded(read.status, said), status, ['updates']);
  } else if (read.status === undefined) {
    writer.needsYou('choose a status. The words in the file do not begin with one.', status, [
      'updates',
    ]);
  }
}

/** Where no cell is kept for the status, the progress may begin with one, or be one. */
function writeProgressAlone(writer: ActionWriter, read: StatusRead, told: string): void {
  const { update } = writer;
  const ends = read.status === 'withdrawn' || read.status === 'merged';
  if (read.status !== undefined && !ends) update.status = read.status;
  if (read.nothingElse && update.status !== undefined) {
    writer.claim('progress', ['updates', 0, 'status']);
    return;
  }
  update.text = proseOf(told) || told;
  writer.claim('progress', ['updates', 0, 'text']);
  if (ends) {
    writer.needsYou(howItEnded(read.status, told), writer.action.texts.progress, ['updates']);
  }
}

function howItEnded(status: StatusName | undefined, said: string): string {
  const how =
    status === 'withdrawn'
      ? 'status: withdrawn  and a line  reason:  that says why'
      : 'status: merged  and a line  merged_into:  with the action that goes on';
  return `the plan says “${said.slice(0, 60)}”. Write  ${how}.`;
}

/** The update that was collected, with its fields in the order of a record. */
export function firstUpdateOf(
  { update, comments }: ActionWriter,
  reported: string | undefined,
): UpdateRecord | undefined {
  if (Object.keys(update).length === 0) return undefined;
  const { status, status_text: statusText, rag, text } = update;
  if (reported === undefined) {
    comments.push({ before: ['updates'], text: 'needs you: the date of this report.' });
  }
  return {
    reported: reported ?? '',
    ...(status && { status }),
    ...(statusText !== undefined && { status_text: statusText }),
    ...(rag && { rag }),
    ...(text !== undefined && { text }),
  };
}
