import { CannotRun, type Table } from '../table.ts';
import { withoutPrompts } from './prompts.ts';
import { readDelimited } from './read-delimited.ts';
import { readDocument } from './read-document.ts';
import { readWorkbook } from './read-workbook.ts';
import { withWebCodesRead } from './web-codes.ts';

/**
 * Reads a file by what its name says it is.
 *
 * @throws CannotRun where it is of a kind that cannot be read, or is not what its name says
 */
export async function readFileAsTable(name: string, bytes: Uint8Array): Promise<Table> {
  return withoutPrompts(withWebCodesRead(await readByName(name, bytes)));
}

async function readByName(name: string, bytes: Uint8Array): Promise<Table> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const old = Object.hasOwn(instead, ending) ? instead[ending] : undefined;
  if (old !== undefined) throw new CannotRun(`“${name}” cannot be read here. ${old}`);
  if (bytes.length === 0) throw new CannotRun(`“${name}” is empty. Look for the right file.`);
  // A file with macros is the same but for them, and they are not read.
  const isWord = ending === 'docx' || ending === 'docm';
  if (isWord || ending === 'xlsx' || ending === 'xlsm') {
    if (!zipped) {
      throw new CannotRun(
        `“${name}” is not a real ${isWord ? 'Word' : 'Excel'} file. Open it, and save it again as .${ending}.`,
      );
    }
    return isWord ? readDocument(bytes) : readWorkbook(bytes);
  }
  if (!['csv', 'tsv', 'tab', 'txt'].includes(ending)) {
    throw new CannotRun(
      `“${name}” is not a kind of file that can be read. Use .docx (Word), .xlsx (Excel), .csv, or .txt with tabs between the columns.`,
    );
  }
  if (zipped) {
    throw new CannotRun(
      `“${name}” is a Word or Excel file with the wrong ending. Rename it to end in .docx or .xlsx.`,
    );
  }
  return readDelimited(bytes);
}

const instead: Record<string, string> = {
  doc: 'Open it in Word and save it as “Word Document (.docx)”.',
  xls: 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  ods: 'Open it and save it as Excel (.xlsx) or CSV.',
  odt: 'Open it and save it as Word (.docx).',
  pdf: 'Ask for the Word or Excel file that it was made from. Or open it in Word, check the table, and save it as .docx.',
  rtf: 'Open it in Word and save it as “Word Document (.docx)”.',
};
