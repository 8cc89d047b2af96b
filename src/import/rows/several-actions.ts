import { parseDueDate } from '../../domain/due-date.ts';
import type { Doubtful } from './doubtful-rows.ts';
import type { FilledRow } from './filled-row.ts';
import { textOf } from './table-read.ts';
import { numberAlone, partNumber } from './unnamed-numbers.ts';

const advice =
  'Each row was read as one action. Say split to make an action of each text, or action if it is one.';

const numbered: Doubtful = {
  ask: `These rows hold several texts in one cell, each with its own number. ${advice}`,
  doubt: 'Are these several actions? The plan has them in one cell, each with a number.',
};

const inStep: Doubtful = {
  ask: `These rows hold several texts in one cell, and as many dates or statuses beside them. ${advice}`,
  doubt: 'Are these several actions? The plan has as many dates or statuses beside them.',
};

/** “1.1 Open a centre” and on the next line “1.2 Train staff”: two actions in one row. */
export function severalIn(row: FilledRow): Doubtful | undefined {
  const cells = row.of('action').map(({ column }) => row.row.cells[column]!.text);
  const lines = cells.flatMap((text) => linesOf(text.replaceAll(numberWithin, '\n')));
  const ownNumbers = lines.filter(
    (line) =>
      /^(?:\d{1,3}\.\d{1,3}|[A-Z]{1,4}[-.]?\d{1,3})\b/.test(line) ||
      (row.hasNumberBefore && partNumber({ row: 0, column: 0, text: line }) !== undefined),
  );
  const numberCell = linesOf(textOf(row.of('number')));
  const isPair = lines.length > 1 && pairOfNumbers.test(numberCell[0] ?? '');
  if (
    isPair ||
    ownNumbers.length > 1 ||
    numberCell.filter((line) => numberAlone.test(line)).length > 1
  ) {
    return numbered;
  }
  if (lines.length < 2) return undefined;
  const counts = [lines.length, cells.flatMap(textsOfActions).length];
  const beside = (['due', 'status', 'rag'] as const).map((field) => linesOf(textOf(row.of(field))));
  const isInStep = beside.some(
    (texts) =>
      texts.length > 1 &&
      counts.includes(texts.length) &&
      texts.every((text) => isDate(text) || isShort(text)),
  );
  const progress = linesOf(textOf(row.of('progress')));
  // “1. 300 done” beside “1. Health checks”
  const isNumbered =
    counts.includes(progress.length) &&
    [...lines, ...progress].every((line) => /^\(?(?:\d{1,2}|[a-z])[.)]\s/i.test(line));
  return isInStep || isNumbered ? inStep : undefined;
}

function isDate(text: string): boolean {
  return parseDueDate(text.replace(/^[•▪●◦‣·*–-]\s+/, '')).ok;
}

/** “In progress”, and not a sentence that goes on. */
function isShort(text: string): boolean {
  return text.split(/\s+/).length <= 4 && /^\P{Ll}/u.test(text);
}

/** “1.1 / 1.2”, “1.1–1.3” */
const pairOfNumbers =
  /^\w*\d[\w.]*\s*(?:&|,|\band\b|\bto\b)\s*\w*\d[\w.]*$|^\w*\d\.\w+\s*[/–-]\s*\w*\d\.\w+$/i;

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The space before the second number in “3.1 Sign the charter. 3.2 Train managers.” */
const numberWithin = /(?<=[.;])\s+(?=\d{1,3}\.\d{1,3}\s+\p{Lu})/gu;

/** A number, a letter or a bullet that begins a line of a list. */
const mark =
  /^(?:[•▪●◦‣·*–-]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]\s+|(?:\d{1,3}(?:\.\d{1,3})+|[A-Z]{1,4}[-.]?\d{1,3})[a-z]?[.):]?\s+)/i;

/** What begins a line of a list without numbers. */
export const bullet = /^[•▪●◦‣·*–-]\s+/;

/**
 * The texts of a cell that may each be an action: its lines, where some begin with a number or a bullet
 * each with what goes on from it, and the first with what is before the list.
 */
export function textsOfActions(text: string): string[] {
  const lines = linesOf(
    text.replaceAll(numberWithin, '\n').replaceAll(/(?<=\S) +(?=[•▪●◦‣·]\s)/g, '\n'),
  );
  const isListed = lines.filter((line) => mark.test(line)).length > 1;
  const begins = (line: string) => !isListed || mark.test(line);
  const texts: string[] = [];
  let hasBegun = false;
  for (const line of lines) {
    const isBefore: boolean = !hasBegun && (isListed ? !begins(line) : line.endsWith(':'));
    const goesOn: boolean = texts.length > 0 && (!hasBegun || !begins(line));
    if (goesOn) texts.push(`${texts.pop()!}\n${line}`);
    else texts.push(line.replace(bullet, ''));
    hasBegun ||= !isBefore;
  }
  return texts;
}
