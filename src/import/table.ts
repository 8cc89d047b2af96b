/** One cell as the file has it: white space evened out, line breaks kept. */
export interface Cell {
  text: string;
  /** How many columns it runs across; only Word says so. */
  across?: number;
  /** It is covered by a cell above that spans rows; `text` is then empty. Only Word says so. */
  covered?: boolean;
}

/** One row of a file, or one paragraph that stands outside its tables. */
export interface Row {
  /** Where an editor finds it: “line 12”, “sheet Actions, row 3”, “table 2, row 4”, “paragraph 1”. */
  place: string;
  /** Rows of one sheet or one Word table share a number. */
  block: number;
  kind: 'row' | 'paragraph';
  cells: Cell[];
}

/** A file, read: its rows in order, and what the reader had to put right to read it. */
export interface Table {
  rows: Row[];
  notes: string[];
  /** Whether a block without headings may go on with the headings of the one before (Word, split over pages). */
  headingsGoOn: boolean;
}

/** Something that stops a command before it has changed anything: what is wrong, and what to do. */
export class CannotRun extends Error {
  override name = 'CannotRun';
}
