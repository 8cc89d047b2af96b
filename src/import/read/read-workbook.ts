import readSheets from 'read-excel-file/node';
import { cleanText } from './clean-text.ts';
import { CannotRun, type Row, type Table } from '../table.ts';

type Value = string | number | boolean | Date | null;

/** Reads every sheet of an Excel workbook. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  let sheets: { sheet: string; data: Value[][] }[];
  try {
    sheets = (await readSheets(Buffer.from(bytes), { trim: false })) as unknown as typeof sheets;
  } catch {
    throw new CannotRun(
      'The Excel file cannot be read. Open it in Excel and save it again as “Excel Workbook (.xlsx)”. A workbook with a password has to be saved without it.',
    );
  }
  const several = sheets.length > 1;
  const notes: string[] = [];
  const rows = sheets.flatMap(({ sheet, data }, block) => {
    const asMonths = columnsOfMonths(data);
    if (asMonths.size > 0) {
      notes.push(
        `Excel keeps a day for every date. In ${several ? `sheet ${sheet}, ` : ''}column ${[...asMonths].map(columnLetter).join(', ')} every date is the first of a month, so only the month was taken.`,
      );
    }
    return data.map((values, at): Row => ({
      place: `${several ? `sheet ${sheet}, ` : ''}row ${at + 1}`,
      block,
      kind: 'row',
      cells: values.map((value, column) => ({ text: cellText(value, asMonths.has(column)) })),
    }));
  });
  return { rows, notes, headingsGoOn: false };
}

/** The columns in which every date is the first of its month: Excel turns “Mar 23” into 1 March 2023. */
function columnsOfMonths(data: readonly Value[][]): Set<number> {
  const width = Math.max(0, ...data.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return new Set(
    columns.filter((column) => {
      const dates = data.map((row) => row[column]).filter((value) => value instanceof Date);
      return dates.length > 0 && dates.every((date) => date.getUTCDate() === 1);
    }),
  );
}

function cellText(value: Value | undefined, asMonth: boolean): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return value.toLocaleDateString('en-GB', {
      ...(asMonth ? {} : { day: 'numeric' }),
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return cleanText(String(value));
}

function columnLetter(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetter((column - rest) / 26 - 1) + letter;
}
