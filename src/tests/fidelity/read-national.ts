import { cellOf, joined, known, lineText, scan } from './source.ts';
import type { Piece, Source } from './source.ts';

/**
 * Reads the scan of the national plan: five columns, a table under each sub-heading.
 *
 * A row without a reference goes on with the row before it, cell by cell, over as many pages as it
 * takes. A heading that is followed by another heading is a theme; one that is followed by a table
 * is an outcome. Where the scan does not follow these rules, DECISIONS says so.
 */

/** Lines that are no part of the table: the page heading and the repeated column headings. */
export const FURNITURE = [
  'Carers Action Plan - progress update',
  'Ref. Action Delivery Date Status Progress',
  'Ref. Action Delivery date Status Progress',
  'Ref Action Delivery date Status Progress',
];

export const DECISIONS = {
  /** A row that opens a table without a reference. */
  unnumbered: {
    under: 'Personalisation',
    ref: '1.15',
    why: 'The first row under this heading has no reference and is between 1.14 and 1.16.',
  },
} as const;

const ACTION_CELLS = ['action', 'due', 'status', 'progress'] as const;

export function readNational(text: string): Source {
  const lines = scan(text);
  const source: Source = {
    plan: 'national',
    everything: lines.flat(),
    furniture: [],
    themes: [],
    outcomes: [],
    actions: [],
  };
  const pageHeading = FURNITURE[0];
  /** The headings met since the last table. */
  let headings: Piece[] = [];
  let used = 0;

  for (const line of lines) {
    const whole = lineText(line);
    if (FURNITURE.includes(whole)) {
      source.furniture.push(...line);
      if (whole === pageHeading || headings.length === 0) continue;
      if (headings.length > 2) throw new Error(`Too many headings above line ${line[0]?.line}`);
      const outcome = known(headings.pop(), 'heading');
      for (const theme of headings) source.themes.push({ title: cellOf(theme) });
      source.outcomes.push({
        theme: source.themes.length - 1,
        number: cellOf(),
        wording: cellOf(outcome),
      });
      headings = [];
      continue;
    }
    if (line.length === 1) {
      headings.push(...line);
      continue;
    }
    const [number, action, due, status, progress, ...more] = line.map((piece) => cellOf(piece));
    if (!progress || more.length > 0) throw new Error(`Line ${line[0]?.line}: not five columns`);
    const cells = { action, due, status, progress };
    const last = source.actions.at(-1);
    const outcome = source.outcomes.length - 1;
    const opensTable = last?.outcome !== outcome;
    let ref = number?.text ?? '';

    if (ref === '' && opensTable) {
      const { under, ref: decided } = DECISIONS.unnumbered;
      if (source.outcomes[outcome]?.wording.text !== under) {
        throw new Error(`Line ${line[0]?.line}: a table opens without a reference`);
      }
      ref = decided;
      used += 1;
    }
    if (ref === '') {
      const open = known(last, 'row to go on with');
      for (const name of ACTION_CELLS) open.cells[name] = joined(open.cells[name], cells[name]);
      continue;
    }
    if (!/^\d+\.\d+$/.test(ref)) throw new Error(`Line ${line[0]?.line}: no reference: ${ref}`);
    source.actions.push({ ref, row: ref, number: number ?? cellOf(), outcome, cells });
  }
  if (used !== 1 || headings.length > 0) throw new Error('A decision or a heading met no table');
  return source;
}
