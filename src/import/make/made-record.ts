import type { Piece } from '../rows/table-read.ts';

/** A text of a record, with the cells that it is made of, so that the account can follow every word. */
export interface Claim {
  pieces: readonly Piece[];
  /** Where in the record it is; `comment` where a comment keeps it. */
  path: readonly (string | number)[] | 'comment';
  /** The field holds these words and no others. */
  all?: boolean;
  /** The same words are in the file elsewhere already, and are not kept twice. */
  again?: boolean;
}

/** A file of the data folder, made from the table. */
export interface MadeFile {
  /** From the data folder. */
  path: string;
  text: string;
  claims: Claim[];
}
