import { decodeHTMLStrict } from 'entities';
import { rowsTold } from '../rows-told.ts';
import type { Table } from '../table.ts';
import { cleanText } from './clean-text.ts';
import { withoutTags } from './without-tags.ts';

/** A sign as web pages write it: `&amp;`, `&#39;`, `&#x2019;`. Without the semicolon it may be “R&D”. */
const webCode = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/**
 * The table with the codes for signs that a web page has left in it as the signs themselves:
 * “carers&#39; week” reads “carers' week”. Which were read so, and where, is in the notes.
 */
export function withWebCodesRead(table: Table): Table {
  const found = new Map<string, string>();
  const places = new Set<string>();
  const read = (text: string, place: string) => {
    const plain = decoded(text, found);
    if (plain === text) return text;
    places.add(place);
    return cleanText(withoutTags(plain));
  };
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      text: read(cell.text, row.place),
      ...(cell.beside && { beside: cell.beside.map((text) => read(text, row.place)) }),
    })),
  }));
  if (found.size === 0) return table;
  const told = [...found].map(([code, sign]) => `${code} as ${sign.trim() || 'a space'}`);
  const note = `Codes from web pages were read as the characters that they mean: ${told.join(', ')} (${rowsTold([...places])}).`;
  return { ...table, rows, notes: [...table.notes, note] };
}

/** Some programs write the codes twice: `&amp;#39;`. */
function decoded(text: string, found: Map<string, string>): string {
  const plain = text.replaceAll(webCode, (code) => {
    const sign = decodeHTMLStrict(code);
    if (sign !== code) found.set(code, sign);
    return sign;
  });
  return plain === text ? text : decoded(plain, found);
}
