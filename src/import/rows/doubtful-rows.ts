import { isAsAbove, type FilledRow } from './filled-row.ts';
import { isStatusText } from './foot-rows.ts';
import { textOf } from './table-read.ts';

/** What is asked of rows that may be no action, or several, and what is left open in the record. */
export interface Doubtful {
  ask: string;
  doubt: string;
}

const statusAlone: Doubtful = {
  ask: 'These rows have a status in place of an action, as a key to colours has. They were read as actions. Say note for a row that is not an action, and action for one that is.',
  doubt: 'Is this an action? There is only a status in its place.',
};
const noPromise: Doubtful = {
  ask: 'These rows say that there is no action, or that it is elsewhere. They were read as actions. Say note for a row that is not an action, and action for one that is.',
  doubt: 'Is this an action? The words say that there is no action, or that it is elsewhere.',
};
const asteriskAlone: Doubtful = {
  ask: 'These rows have a text that begins with an asterisk and nothing else, as a footnote has. They were read as actions. Say note for a row that is not an action, and action for one that is.',
  doubt: 'Is this an action, or a footnote? It begins with an asterisk.',
};
const figuresAlone: Doubtful = {
  ask: 'These rows have figures in place of an action, as a row of totals has. They were read as actions. Say note for a row that is not an action, and action for one that is.',
  doubt: 'Is this an action? There are only figures in its place.',
};
const shortAlone: Doubtful = {
  ask: 'These rows have a short text and nothing else. They were read as actions. Say theme or outcome for a heading, and action for an action.',
  doubt: 'Is this an action, or a heading? The row has no other words.',
};

const notAgreed: Doubtful = {
  ask: 'These rows say that they were not accepted or agreed. They were read as actions. Say note for a row that is not a promise, and action for one that is.',
  doubt: 'Is this promised? The table says that it was not accepted or agreed.',
};

/** Why a row may not be an action, although it has words where an action should be. */
export function doubtIn(row: FilledRow): Doubtful | undefined {
  const words = textOf(row.of('action'));
  const isOfAction = row.of('lead').length + row.of('due').length > 0;
  if (!isOfAction && isStatusText(words)) return statusAlone;
  if (isAsAbove(words) || (!isOfAction && isEnded.test(words))) return noPromise;
  if (saysNotAgreed(row)) return notAgreed;
  const isAlone = row.pieces.every((piece) => ['action', 'number'].includes(row.fieldOf(piece)!));
  if (!isAlone || row.row.cells.some(({ covered }) => covered)) return undefined;
  if (words.startsWith('*')) return asteriskAlone;
  if (!/\p{L}/u.test(words)) return figuresAlone;
  if (isNoPromise(words)) return noPromise;
  // A short text and nothing else, where others have leads and dates, may be a heading.
  const isOthers = row.columns.fields.some((field) => field === 'lead' || field === 'due');
  const isShort = words.split(/\s+/).length <= 8 && !/[.!?;]$/.test(words);
  return isOthers && isShort && row.of('number').length === 0 ? shortAlone : undefined;
}

/** “Accepted? No” beside a recommendation. */
function saysNotAgreed({ pieces, columns }: FilledRow): boolean {
  return pieces.some(
    ({ column, text }) =>
      /^(?:accepted|agreed|approved|adopted|supported|response)\b/i.test(
        columns.headings[column] ?? '',
      ) &&
      /^(?:no|n|not (?:accepted|agreed|approved|adopted|supported)|rejected|declined|refused)\b/i.test(
        text,
      ),
  );
}

/** “CLOSED – merged with 1”, with no lead or date. */
const isEnded =
  /^(?:action )?(?:closed|deleted|removed|withdrawn|superseded|merged)\b(?:\s*[-–—:.(].{0,60}|\s+(?:with|by|into|to|in)\b.{0,60})?$/i;

function isNoPromise(words: string): boolean {
  return /^(?:deleted|removed|not used|unused|withdrawn|void|vacant|spare|blank|none|n\/a|tb[acd]|see\b.{0,60}|superseded\b.{0,60}|merged\b.{0,60}|moved to\b.{0,60})\.?$/i.test(
    words,
  );
}
