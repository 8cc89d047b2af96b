import { parse } from 'csv-parse/sync';
import { CannotRun, type Cell, type LeftOut, type Row, type Table } from '../table.ts';
import { cleanText } from './clean-text.ts';
import { decodeAnyEncoding } from './any-encoding.ts';
import { shownByFormula } from './formula.ts';
import { linkTold } from './read-workbook.ts';
import { withoutTags } from './without-tags.ts';

/** Reads text in columns: parted by commas or semicolons (CSV, RFC 4180), or by tabs. */
export function readDelimited(bytes: Uint8Array): Table {
  const decoded = decodeAnyEncoding(bytes);
  // The parser counts a Windows line end within quotation marks twice.
  const text = decoded.text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const notes = decoded.note === undefined ? [] : [decoded.note];
  const leftOut: LeftOut[] = [];
  // Excel writes a first line that names the sign between the columns.
  const named = /^"?sep=(.)"?\n/i.exec(text);
  const delimiter = named?.[1] ?? likelyDelimiter(text);
  refuseSpaces(text);
  if (named !== null) {
    const why = 'It only tells programs which sign is between the columns.';
    leftOut.push({ place: 'line 1', text: named[0].trim(), why });
  }
  const body = named === null ? text : `\n${text.slice(named[0].length)}`;
  const lines = linesOf(body, delimiter);
  if (lines.some(({ isSuspect }) => isSuspect)) {
    notes.push(
      'A quotation mark is opened and not closed. Each line there was read as a separate row.',
    );
  }
  const rows = lines
    .filter(({ line }) => named === null || line > 1)
    .map(({ line, cells, isSuspect }): Row => ({
      place: `line ${line}`,
      block: 0,
      kind: 'row',
      cells: cells.map((cell): Cell => {
        const shown = shownByFormula(cell.trim());
        const text = cleanText(withoutTags(shown?.text ?? cell));
        return {
          text,
          ...(shown?.link !== undefined && { beside: [linkTold(text, shown.link)] }),
          ...(shown === undefined && questionIn(cell.trim())),
          ...(isSuspect && cell.includes('"') && { question: { kind: 'quotation mark' } }),
        };
      }),
    }));
  return { rows, notes, leftOut, headingsGoOn: false };
}

/** “=SUM(A1:A9)”, “=B2”, “='Sheet 1'!B2&" "&C2” */
const isFormula =
  /^=[+-]?(?:[A-Z][A-Z.]*\(.*\)|(?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?\d{1,6}(?:\s*[-+*/&].*)?)$/s;

/** What a spreadsheet has left in a file of text: the name of an error, or the formula itself. */
function questionIn(text: string): Pick<Cell, 'question'> {
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(text)) {
    return { question: { kind: 'error' } };
  }
  return isFormula.test(text) ? { question: { kind: 'no value' } } : {};
}

interface Line {
  line: number;
  cells: string[];
  /** A quotation mark in it is never closed, or closed rows later. */
  isSuspect: boolean;
}

/** @throws CannotRun for columns that are set out with spaces, as they cannot be told from those between words */
function refuseSpaces(text: string): void {
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '');
  const isParted = lines.some((line) => signs.some((sign) => line.includes(sign)));
  const spaced = lines.filter((line) => /\S {2,}\S.* {2,}\S/.test(line));
  if (isParted || spaced.length * 2 < lines.length || lines.length === 0) return;
  throw new CannotRun(
    'The columns of this file are set out with spaces, which look the same as the spaces between words. Save it with tabs or commas between the columns, or as a Word or Excel file.',
  );
}

const signs = ['\t', ';', ',', '|'] as const;

/** The sign that parts the columns: the one that gives most rows the same number of columns. */
function likelyDelimiter(text: string): string {
  const sample = text.split('\n', 200).join('\n');
  const scores = signs.map((sign) => {
    const widths = (splitQuoted(sample, sign) ?? splitPlain(sample, sign))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ cells }) => cells.length);
    const times = new Map<number, number>();
    for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
    const [width, rows] = [...times]
      .filter(([columns]) => columns > 1)
      .sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [1, 0];
    return { sign, width, share: widths.length === 0 ? 0 : rows / widths.length };
  });
  const [best] = scores.sort((a, b) => b.share - a.share || b.width - a.width);
  return best === undefined || best.share === 0 ? ',' : best.sign;
}

/**
 * The rows of a text. Where a quotation mark is closed only rows later, it was never meant to hold
 * those rows: then each of the lines is a row.
 */
function linesOf(text: string, delimiter: string): Line[] {
  const quoted = splitQuoted(text, delimiter);
  const raw = text.split('\n');
  const lineByLine = (from: number, to: number): Line[] =>
    raw
      .slice(from - 1, to)
      .map((line, at) => ({ line: from + at, cells: oneLine(line, delimiter), isSuspect: true }));
  if (quoted === undefined) return afterLastWhole(raw, delimiter, lineByLine);
  const width = usualWidth(quoted);
  return quoted.flatMap((record, at) => {
    const next = quoted[at + 1]?.line ?? raw.length + 1;
    const swallowed = record.cells.some((cell) =>
      cell
        .split('\n')
        .slice(1)
        .some((line) => oneLine(line, delimiter).length >= Math.max(3, width - 1)),
    );
    return swallowed ? lineByLine(record.line, next - 1) : [record];
  });
}

/** A mark that is open to the end of the file: the rows before it are whole. */
function afterLastWhole(
  raw: readonly string[],
  delimiter: string,
  lineByLine: (from: number, to: number) => Line[],
): Line[] {
  for (let end = raw.length - 1; end > 0; end -= 1) {
    const before = splitQuoted(raw.slice(0, end).join('\n'), delimiter);
    if (before === undefined) continue;
    return [...before, ...lineByLine(end + 1, raw.length)];
  }
  return lineByLine(1, raw.length);
}

function usualWidth(lines: readonly Line[]): number {
  const times = new Map<number, number>();
  for (const { cells } of lines) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 1;
}

/** One line by itself. What its quotation marks leave open is text. */
function oneLine(line: string, delimiter: string): string[] {
  return splitQuoted(line, delimiter)?.[0]?.cells ?? line.split(delimiter);
}

/** Undefined where a quotation mark is never closed. */
function splitQuoted(text: string, delimiter: string): Line[] | undefined {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    let next = 1;
    return records.map(({ info, record }) => {
      const line = next;
      next = info.lines + 1;
      return { line, cells: record, isSuspect: false };
    });
  } catch {
    return undefined;
  }
}

function splitPlain(text: string, delimiter: string): Line[] {
  return text
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split(delimiter), isSuspect: false }));
}
