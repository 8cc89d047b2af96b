import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell as SheetCell, type Feature } from 'write-excel-file/node';
import { columns, type Cell, type Column } from './actions-table.ts';

/**
 * The table as a spreadsheet (Office Open XML): days are real dates, yes and no real ones, and lists
 * have an entry to a line. The headings and the references stay in sight, and every column has a
 * filter. A second sheet says what each column means. Texts are stored as texts, so no cell can be
 * a formula.
 */
export async function writeXlsx(
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeExcelFile(
    [
      {
        sheet: 'Actions',
        data: [
          columns.map(({ title }) => headingCell(title)),
          ...rows.map((row) => columns.map((column, index) => bodyCell(row[index]!, column))),
        ],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
      },
      {
        sheet: 'About the columns',
        data: [
          ['Column', 'Name in the CSV file', 'What it says'].map(headingCell),
          ...columns.map(({ title, name, description }) => [title, name, description]),
        ],
        columns: [{ width: 30 }, { width: 22 }, { width: 100 }],
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
      },
    ],
    { features: [filterOver(columns.length, rows.length + 1)] },
  ).toBuffer();
  return withoutClock(bytes);
}

/** Excel refuses a file with a longer text in a cell. */
const mostCharacters = 32_767;
const goesOn = '… (The JSON file has the rest.)';

/** A cell with the name of a column. */
export function headingCell(title: string): SheetCell {
  return { value: title, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
}

function bodyCell(cell: Cell, { type }: Column): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, alignVertical: 'top' };
  const text = typeof cell === 'string' ? cell : cell.join('\n');
  if (text === '') return null;
  if (type === 'day') {
    const value = new Date(`${text}T00:00:00Z`);
    return { value, type: Date, format: 'd mmm yyyy', alignVertical: 'top' };
  }
  const value =
    text.length > mostCharacters ? text.slice(0, mostCharacters - goesOn.length) + goesOn : text;
  // A row as high as its longest text would fill the screen.
  return { value: literal(value), type: String, wrap: true, alignVertical: 'top', height: 60 };
}

/** Excel reads `_x0041_` as the letter A (ECMA-376, 22.9.2.19), so its first mark is written so itself. */
export function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** Puts a filter on each column of the first sheet, which the library has no option for. */
function filterOver(width: number, height: number): Feature<Stream | Buffer | Blob> {
  const last = `${columnLetters(width)}${height}`;
  const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Actions!$A$1:$${columnLetters(width)}$${height}</definedName>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0
              ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}"/>`)
              : xml,
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('</sheets>', `</sheets><definedNames>${name}</definedNames>`),
        },
      },
    },
  };
}

/** The name of a spreadsheet’s column, counted from 1: A, Z, AA. */
export function columnLetters(place: number): string {
  if (place === 0) return '';
  return columnLetters(Math.floor((place - 1) / 26)) + String.fromCharCode(65 + ((place - 1) % 26));
}

/** The same zip file with every part dated 1 January 1980, so that one content makes one file. */
export function withoutClock(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // Made of local time because that is what is written: the same in every time zone.
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1), level: 6 });
}
