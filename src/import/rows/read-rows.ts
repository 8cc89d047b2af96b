import type { Field } from '../columns/column-names.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { headingsIn, repeatsHeadings, type Columns } from '../columns/find-headings.ts';
import { CannotRun, type Row, type Table } from '../table.ts';
import { filledCells, FilledRow } from './filled-row.ts';
import { Groups } from './groups.ts';
import { leave, passHeadings, passOver } from './notes.ts';
import { numbersAreOutcomes } from './number-column.ts';
import { RowsUnderHeadings } from './rows-under-headings.ts';
import { leaveUnserved } from './unserved-groups.ts';

export interface RowOptions {
  /** The adopter’s own names for columns: plain name → field. */
  columns: ReadonlyMap<string, Field>;
  /** Join a row that goes on with the one before it, as a page break leaves it. */
  joinRows: boolean;
}

/**
 * Reads the rows of a table as themes, outcomes and actions.
 *
 * A row with one filled cell opens a theme or an outcome. An outcome or theme that is printed once
 * holds for the rows below it. With `joinRows` a row without a number and without a due date goes
 * on with the action above, cell by cell.
 *
 * @throws CannotRun if no row holds headings, or no action stands under them
 */
export function readRows(table: Table, options: RowOptions): Draft {
  const draft = emptyDraft();
  const reader = new TableReader(table, options, draft);
  for (const [at, row] of table.rows.entries()) reader.read(at, row);
  reader.finish();
  refuseEmpty(draft);
  leaveUnserved(draft);
  return draft;
}

/** Tells rows under headings from the headings, from empty rows and from what stands outside the table. */
class TableReader {
  private columns: Columns | undefined;
  private block = -1;
  /** Paragraphs that stand before a table: the last may be its heading. */
  private waiting: { at: number; row: Row }[] = [];

  private readonly headingsGoOn: boolean;
  private readonly ownNames: RowOptions['columns'];
  private readonly numbersAreOutcomes: boolean;
  private readonly draft: Draft;
  private readonly groups: Groups;
  private readonly underHeadings: RowsUnderHeadings;

  constructor(table: Table, { columns, joinRows }: RowOptions, draft: Draft) {
    this.headingsGoOn = table.headingsGoOn;
    this.ownNames = columns;
    this.numbersAreOutcomes = numbersAreOutcomes(table, columns);
    this.draft = draft;
    this.groups = new Groups(draft);
    this.underHeadings = new RowsUnderHeadings(draft, this.groups, joinRows);
  }

  read(at: number, row: Row): void {
    if (row.block !== this.block) this.openBlock(row);
    if (row.kind === 'paragraph') {
      this.waiting.push({ at, row });
      return;
    }
    const pieces = filledCells(at, row);
    if (pieces.length === 0) {
      passOver(this.draft, at, 'It is empty.');
    } else if (this.columns !== undefined && repeatsHeadings(row, this.columns)) {
      passHeadings(this.draft, at, 'It repeats the headings of the table.');
    } else if (this.openColumns(row)) {
      passHeadings(this.draft, at, 'It holds the headings of the table.');
      this.takeWaiting();
    } else if (this.columns === undefined) {
      leave(this.draft, pieces, 'It stands before the headings of the table.');
    } else {
      this.takeWaiting();
      this.underHeadings.take(
        new FilledRow(at, row, pieces, this.columns, this.numbersAreOutcomes),
      );
    }
  }

  /** What stands after the last table is left over. */
  finish(): void {
    this.leaveWaiting();
  }

  private openBlock(row: Row): void {
    this.block = row.block;
    const goesOn =
      this.headingsGoOn &&
      (row.kind === 'paragraph' || row.cells.length === this.columns?.fields.length);
    if (!goesOn) this.columns = undefined;
  }

  private openColumns(row: Row): boolean {
    const headings = headingsIn(row, this.ownNames);
    if (headings !== undefined) this.columns = headings;
    return headings !== undefined;
  }

  /** A short paragraph right before a table is the heading of its theme; what stands before it is left over. */
  private takeWaiting(): void {
    const last = this.waiting.at(-1);
    const text = last?.row.cells[0]!.text ?? '';
    const isHeading = last !== undefined && text.length <= 120;
    if (isHeading) this.waiting.pop();
    this.leaveWaiting();
    if (isHeading) this.groups.openTheme([{ row: last.at, column: 0, text }]);
  }

  private leaveWaiting(): void {
    for (const { at, row } of this.waiting) {
      leave(this.draft, filledCells(at, row), 'It stands outside the table.');
    }
    this.waiting = [];
  }
}

function refuseEmpty({ passed, actions }: Draft): void {
  if (!passed.some((row) => row.headings)) {
    throw new CannotRun(
      'No row of headings was found. One row must name the columns, such as Action, Lead, By when. If your columns have other names, give them in a mapping file: --mapping FILE.',
    );
  }
  if (actions.length === 0) {
    throw new CannotRun(
      'The headings were found, and no action under them. Look if the column of actions is the right one, or name it in a mapping file: --mapping FILE.',
    );
  }
}
