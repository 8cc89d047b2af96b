import { knownOf } from '../domain/known-of.ts';
import { stringify } from 'csv-stringify/sync';
import { columns, type Cell } from './actions-table.ts';

/**
 * A table as CSV (RFC 4180): commas, CRLF, quotation marks doubled, one row of headings. It begins
 * with a byte order mark, without which Excel takes UTF-8 for an older encoding. A list is in
 * one cell, an entry to a line; yes and no are `true` and `false`; nothing is an empty cell.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return [...csvLines(rows)].join('');
}

/** The same line by line. */
export function* csvLines(rows: readonly (readonly Cell[])[]): Iterable<string> {
  yield `\uFEFF${lineOf(columns.map(({ name }) => name))}`;
  for (const row of rows) yield lineOfRow(row);
}

function lineOf(cells: readonly string[]): string {
  return stringify([cells], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** An action is a line in the tables of all, of its plan and of its leads. */
const lineOfRow = knownOf((row: readonly Cell[]) =>
  lineOf(row.map((cell) => neutralised(inOneText(cell)))),
);

/** What is between the entries of a list in one cell. */
export const listSeparator = '\n';

function inOneText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.join(listSeparator) : String(cell);
}

/**
 * Where a spreadsheet program may see the start of a cell: at the start of the text, and where it
 * parts cells by semicolons, as it does in half of Europe, after a semicolon and on a new line.
 * A line that starts with a dash or plus and a space is an entry of a list.
 */
const atStart =
  /^(?=[=+\-@\t\r\n＝＋－＠'])|(?<=;)(?=[=+\-@\t\r\n＝＋－＠'])|(?<=\n)(?=[=@＝＠']|[+\-＋－](?! ))/g;

/**
 * A text that a spreadsheet program would take for a formula gets an apostrophe before it; so does
 * one that begins with an apostrophe, so that the rule can be undone: take one apostrophe from the
 * start of every cell, and after every semicolon and line break in it, that has one there.
 *
 * Source: OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab, CR, LF and their full-width forms.
 */
export function neutralised(text: string): string {
  return text.replace(atStart, "'");
}
