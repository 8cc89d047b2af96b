import {
  ask,
  repaired,
  textOf,
  type OutcomeRead,
  type Piece,
  type TableRead,
} from './table-read.ts';
import type { FilledRow } from './filled-row.ts';
import { sameText, type Groups } from './groups.ts';
import { outcomeGoesOn } from './join-rows.ts';

/**
 * Takes the theme and outcome cells of a row: they open new ones, go on with the last ones, or
 * print them again. Without any, the last ones hold.
 *
 * @param joinRows an outcome may go on from the row above
 * @param goesOn the row’s action goes on with the one above
 */
export function takeGroupCells(
  row: FilledRow,
  draft: TableRead,
  groups: Groups,
  { joinRows, goesOn }: { joinRows: boolean; goesOn: boolean },
): void {
  takeTheme(row.of('theme'), groups);
  const number = row.outcomeNumber();
  const wording = row.of('outcome');
  if (number.length === 0 && wording.length === 0) return;

  const last = groups.outcome;
  const printed = printedBefore(number, wording, draft, groups);
  if (printed !== undefined) {
    printed.repeats.push(...number, ...wording);
    groups.outcome = printed;
  } else if (last !== undefined && number.length > 0 && sameNumber(last.number, number)) {
    takeSameNumber(last, number, wording, draft, row.at);
  } else if (last !== undefined && wording.length === 0 && last.number.length === 0) {
    last.number = number;
    repaired(draft, row.at, 'The number of the outcome is a row late.');
  } else if (
    last !== undefined &&
    number.length === 0 &&
    joinRows &&
    outcomeGoesOn(last, wording, goesOn)
  ) {
    last.wording.push(...wording);
    repaired(draft, row.at, 'The outcome goes on from the row above.');
  } else {
    groups.openOutcome(number, wording);
  }
}

function takeTheme(heading: readonly Piece[], groups: Groups): void {
  if (heading.length === 0) return;
  const { theme } = groups;
  if (theme !== undefined && sameText(theme.printed, heading)) theme.repeats.push(...heading);
  else groups.openTheme(heading);
}

/** The outcome of this theme that reads the same, with its number in the same cell or another. */
function printedBefore(
  number: readonly Piece[],
  wording: readonly Piece[],
  { outcomes }: TableRead,
  { theme }: Groups,
): OutcomeRead | undefined {
  if (wording.length === 0) return undefined;
  return outcomes.findLast(
    (outcome) =>
      outcome.theme === theme &&
      (sameText(outcome.wording, wording) ||
        sameText([...outcome.number, ...outcome.wording], [...number, ...wording])) &&
      (number.length === 0 || sameNumber(outcome.number, number)),
  );
}

/** The number of the last outcome again, by itself or with other words. */
function takeSameNumber(
  outcome: OutcomeRead,
  number: readonly Piece[],
  wording: readonly Piece[],
  draft: TableRead,
  at: number,
): void {
  outcome.repeats.push(...number);
  if (wording.length === 0) return;
  outcome.wording.push(...wording);
  ask(
    draft,
    at,
    'The outcome is worded in two ways under one number. Both wordings are in plan.yaml.',
  );
}

function sameNumber(a: readonly Piece[], b: readonly Piece[]): boolean {
  const plain = (pieces: readonly Piece[]) => textOf(pieces).replace(/\.$/, '');
  return plain(a) === plain(b);
}
