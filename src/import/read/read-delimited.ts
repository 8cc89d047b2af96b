import { parse } from 'csv-parse/sync';
import { cleanText, withoutScanMarks } from './clean-text.ts';
import type { Row, Table } from '../table.ts';
import { decode } from './decode.ts';

/** Reads text in columns: parted by commas or semicolons (CSV, RFC 4180), or by tabs. */
export function readDelimited(bytes: Uint8Array): Table {
  const decoded = decode(bytes);
  const { note } = decoded;
  // The parser counts a Windows line end within quotation marks twice.
  const text = decoded.text.replaceAll(/\r\n?/g, '\n');
  const notes = note === undefined ? [] : [note];
  const delimiter = likelyDelimiter(text);
  const tidy = delimiter === '\t' ? (cell: string) => cleanText(withoutScanMarks(cell)) : cleanText;
  let lines = splitQuoted(text, delimiter);
  if (lines === undefined) {
    lines = splitPlain(text, delimiter);
    notes.push('A quotation mark is opened and not closed. Quotation marks were read as text.');
  }
  const rows = lines.map(({ line, cells }): Row => ({
    place: `line ${line}`,
    block: 0,
    kind: 'row',
    cells: cells.map((cell) => ({ text: tidy(cell) })),
  }));
  return { rows, notes, headingsGoOn: false };
}

interface Line {
  line: number;
  cells: string[];
}

/** The sign that parts the columns: the one that most lines have, tabs before others. */
function likelyDelimiter(text: string): '\t' | ',' | ';' {
  const lines = text.split(/\r?\n/, 200);
  const having = (sign: string) => lines.filter((line) => line.includes(sign)).length;
  const tabs = having('\t');
  if (tabs > 0 && tabs >= lines.filter((line) => line.trim() !== '').length / 3) return '\t';
  const count = (sign: string) => text.split(sign).length;
  return count(';') > count(',') ? ';' : ',';
}

/** Undefined where a quotation mark is never closed. */
function splitQuoted(text: string, delimiter: string): Line[] | undefined {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    let next = 1;
    return records.map(({ info, record }) => {
      const line = next;
      next = info.lines + 1;
      return { line, cells: record };
    });
  } catch {
    return undefined;
  }
}

function splitPlain(text: string, delimiter: string): Line[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, cells: line.split(delimiter) }));
}
