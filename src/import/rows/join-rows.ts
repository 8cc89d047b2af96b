import {
  ask,
  repaired,
  textOf,
  type ActionRead,
  type OutcomeRead,
  type Piece,
  type TableRead,
} from './table-read.ts';
import { fillAction, type FilledRow } from './filled-row.ts';
import type { Groups } from './groups.ts';

/**
 * Whether a row goes on with the action above, as a page break leaves it: no number of its own, and
 * no due date. A table without a column of due dates shows it by a small letter.
 */
export function actionGoesOn(row: FilledRow, { actions }: TableRead, groups: Groups): boolean {
  const above = actions.at(-1);
  if (above === undefined || row.of('number').length > 0 || row.broken.length > 0) return false;
  if (groups.outcome !== undefined && groups.outcome !== above.outcome) return false;
  if (groups.theme !== above.outcome.theme) return false;
  return row.columns.fields.includes('due')
    ? row.of('due').length === 0
    : startsSmall(row.of('action'));
}

/**
 * Whether an outcome without a number goes on with the last one: not where a new sentence begins
 * after a full stop.
 *
 * @param goesOn the row’s action goes on with the one above
 */
export function outcomeGoesOn(
  last: OutcomeRead,
  wording: readonly Piece[],
  goesOn: boolean,
): boolean {
  if (last.wording.length === 0) return false;
  const ended = /[.!?]["”’']?$/.test(textOf(last.wording));
  const begins = /^\p{Lu}/u.test(textOf(wording));
  if (begins && ended) return false;
  return goesOn || last.number.length > 0 || !begins;
}

/**
 * Adds a row to the action above, cell by cell.
 *
 * @param before the outcome that held before the row
 */
export function joinRow(
  row: FilledRow,
  before: OutcomeRead | undefined,
  draft: TableRead,
  { outcome }: Groups,
  isSettled: boolean,
): void {
  const action = draft.actions.at(-1)!;
  action.rows.push(row.at);
  fillAction(action, row);
  repaired(draft, row.at, 'The row goes on with the one above, so the two were joined.');
  if (outcome !== before && outcome !== undefined) {
    // A cell cannot begin in the middle of a row, so the whole row belongs to the new outcome.
    action.outcome = outcome;
    if (isSettled) return;
    action.doubts.push('A new outcome begins within this action. Does it belong to that one?');
    ask(
      draft,
      row.at,
      'A new outcome begins in the middle of these rows. Check whether the action belongs to it, and say keep.',
    );
  }
}

/** An action that starts with a small letter may be the rest of the row above. */
export function tellSmallStart(
  action: ActionRead,
  at: number,
  draft: TableRead,
  joinRows: boolean,
): void {
  if (!startsSmall(action.texts.action)) return;
  action.doubts.push('The text starts with a small letter. Is it the rest of the action above?');
  ask(
    draft,
    at,
    joinRows
      ? 'These actions start with a small letter. Their first words may be the end of the row above. Say action if one is right.'
      : 'These actions start with a small letter. If one is the rest of the row above, import again with --join-rows. Say action if it is right.',
  );
}

function startsSmall(pieces: readonly Piece[]): boolean {
  // “a) First do this” begins a list.
  return /^(?![a-z]{1,3}[.)]\s)\p{Ll}/u.test(textOf(pieces));
}
