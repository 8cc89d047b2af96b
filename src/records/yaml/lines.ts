/** What holds a line together with the one above it, where the line is not an entry of its own. */
export type Inside = 'block' | 'quotes' | 'text' | 'brackets';

/** One line of a record as an editor sees it, with a guess at what it was meant to be. */
export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** How many spaces it is indented. */
  indent: number;
  /** Whether it starts with a dash and a space. */
  dashed: boolean;
  /** Where the text after the spaces and dashes starts, counted from 0. */
  column: number;
  /** The text after the spaces and dashes. */
  body: string;
  /** The name of a field, where the body starts with one and a colon. */
  key?: string;
  /** What follows the colon, or the whole body; without the space around it. */
  value: string;
  valueColumn: number;
  inside?: Inside;
  /** The entry whose text goes on in this line. */
  opener?: Line;
  /** The columns of the fields that are open above this line, outermost first. */
  openColumns: readonly number[];
}

const keyPattern =
  /^([^\s:#"'[\]{},&*!|>%@`-](?:[^:#]*[^\s:#])?|"[^"]*"|'[^']*')\s*:(?:[ \t]+(.*)|$)/;
const blockHeader = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;

/** Splits a record into lines and says of each what it belongs to. Never refuses anything. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let opener: Line | undefined;
  /** What the opener begins. */
  let begun: Inside | undefined;
  let open: number[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = readLine(raw, index + 1);
    const ends = begun === 'brackets' && /^[\]}]/.test(line.body);
    const inside = opener !== undefined && goesOn(opener, line, ends) ? begun : undefined;
    line.openColumns = open;
    if (inside !== undefined && opener !== undefined) {
      line.inside = inside;
      line.opener = opener;
      if (ends || (inside === 'quotes' && closes(opener.value[0]!, line.text))) opener = undefined;
    } else if (line.body !== '' && !line.body.startsWith('#')) {
      open = open.filter((column) => column < (line.dashed ? line.indent + 1 : line.column));
      line.openColumns = open;
      if (line.key !== undefined) open = [...open, line.column];
      opener = line;
      begun = beginsWith(line.value);
      if (isQuote(line.value[0]) && closes(line.value[0]!, line.value.slice(1))) opener = undefined;
      if (line.value.startsWith('[') && line.value.includes(']')) opener = undefined;
    }
    lines.push(line);
  }
  return lines;
}

function readLine(text: string, number: number): Line {
  // A tab counts as the two spaces that should be there, so that the lines below are read right.
  const spaced = text.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '  '));
  const indent = /^ */.exec(spaced)![0].length;
  const dashes = /^(?:-(?: +|$))*/.exec(spaced.slice(indent))![0];
  const column = indent + dashes.length;
  const body = spaced.slice(column).trimEnd();
  const match = keyPattern.exec(body);
  const value = match === null ? body : (match[2] ?? '');
  return {
    number,
    text,
    indent,
    dashed: dashes !== '',
    column,
    body,
    ...(match === null ? {} : { key: match[1]!.replaceAll(/^["']|["']$/g, '') }),
    value,
    valueColumn: column + body.length - value.length,
    openColumns: [],
  };
}

/**
 * Whether a line is indented far enough to go on with what an entry above it has begun. The bracket that
 * ends it may be right below the entry.
 */
function goesOn(opener: Line, line: Line, ends: boolean): boolean {
  const parent = opener.key === undefined ? opener.indent : opener.column;
  if (ends && line.indent === parent) return true;
  // A text that an entry at the outer edge begins can only go on further in.
  return line.indent > parent || line.text.trim() === '';
}

/** What kind of text a value begins that lines below it, indented further, go on with. */
function beginsWith(value: string): Inside | undefined {
  if (blockHeader.test(value)) return 'block';
  if (isQuote(value[0])) return 'quotes';
  if (value.startsWith('[') || value.startsWith('{')) return 'brackets';
  if (value === '' || value.startsWith('#')) return undefined;
  return 'text';
}

/** The nearest line above the one with a number that is such a line. */
export function lineAbove(
  lines: readonly Line[],
  number: number,
  isMeant: (line: Line) => boolean,
): Line | undefined {
  for (let at = number - 2; at >= 0; at--) {
    if (isMeant(lines[at]!)) return lines[at];
  }
  return undefined;
}

/** The lines below the one with a number that go on with what it has begun. */
export function linesWithin(lines: readonly Line[], number: number, inside: Inside): Line[] {
  const within: Line[] = [];
  for (let at = number; lines[at]?.inside === inside; at++) within.push(lines[at]!);
  return within;
}

function isQuote(mark: string | undefined): boolean {
  return mark === '"' || mark === "'";
}

/** Whether a quotation that is open at the start of `text` ends in it. */
export function closes(mark: string, text: string): boolean {
  return endOfQuotation(mark, text) !== undefined;
}

/** Where the closing mark is in a text whose opening mark is taken off. */
export function endOfQuotation(mark: string, text: string): number | undefined {
  for (let at = 0; at < text.length; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return undefined;
}
