/** Something about a cell that its text alone does not settle. */
export type CellQuestion =
  /** A formula whose value the file does not hold. */
  | { kind: 'no value' }
  /** An error of the spreadsheet, such as #N/A. */
  | { kind: 'error' }
  /** No words, only a colour, as hexadecimal digits. */
  | { kind: 'colour'; colour: string }
  /** A sign such as ●, which says something by its colour. */
  | { kind: 'sign'; sign: string }
  /** A quotation mark is opened in the row and not closed. */
  | { kind: 'quotation mark' };

/** One cell as people see it: white space evened out, line breaks kept. */
export interface Cell {
  text: string;
  /** How many columns it runs across, where it is merged. */
  across?: number;
  /** It is covered by a cell above that spans rows; `text` is then empty. */
  covered?: boolean;
  question?: CellQuestion;
  /** What is in the cell, where it is a tick: `text` is then the heading that it ticks. */
  mark?: string;
  /** It is the heading of one of several columns, of which each row ticks one. */
  ticked?: 'status' | 'rag' | 'due';
  /** What belongs to the cell and is shown elsewhere: a footnote, the address of a link. */
  beside?: string[];
}

/** One row of a file, or one paragraph that is outside its tables. */
export interface Row {
  /** Where an editor finds it: “line 12”, “sheet Actions, row 3”, “table 2, row 4”, “paragraph 1”. */
  place: string;
  /** Rows of one sheet or one Word table share a number. */
  block: number;
  kind: 'row' | 'paragraph';
  cells: Cell[];
  /** Only for paragraphs: the level of the heading that Word says it is (0 is the title), or a box beside the text. */
  style?: number | 'box';
  /** The sheet of a workbook that has several. */
  sheet?: string;
  /** Which of several actions it is, from 1, where a person has said that a row of the file holds more than one. */
  part?: number;
}

/** Words that the file holds and that are not read, and why. */
export interface LeftOut {
  place: string;
  text: string;
  why: string;
}

/** A file, read: its rows in order, and what the reader had to correct to read it. */
export interface Table {
  rows: Row[];
  notes: string[];
  leftOut: LeftOut[];
  /** Whether a block without headings may go on with the headings of the one before (Word, split over pages). */
  headingsGoOn: boolean;
}

/** Something that stops a command before it has changed anything: what is wrong, and what to do. */
export class CannotRun extends Error {
  override name = 'CannotRun';
}
