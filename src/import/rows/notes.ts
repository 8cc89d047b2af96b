import type { Draft, Piece } from './draft.ts';

/** A row with nothing to take. */
export function passOver(draft: Draft, row: number, why: string): void {
  draft.passed.push({ row, why });
}

/** A row that names the columns: its words need no place in a record. */
export function passHeadings(draft: Draft, row: number, why: string): void {
  draft.passed.push({ row, why, headings: true });
}

/** Words that no record has a place for. */
export function leave(draft: Draft, pieces: readonly Piece[], why: string): void {
  for (const piece of pieces) draft.unplaced.push({ piece, why });
}

export function repaired(draft: Draft, row: number, text: string): void {
  draft.remarks.push({ row, kind: 'repaired', text });
}

/** A person has to look at the row. */
export function needsYou(draft: Draft, row: number, text: string): void {
  draft.remarks.push({ row, kind: 'needs you', text });
}
