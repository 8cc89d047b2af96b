import { parse } from 'csv-parse/browser/esm/sync';

/**
 * Cuts a table in CSV (RFC 4180) down to its headings and the rows with the given values in one column,
 * in the order of those values. The rows are not changed.
 *
 * @throws if the table has no such column
 */
export function csvRows(csv: string, column: string, values: readonly string[]): string {
  const records = parse(csv, { raw: true, bom: true }) as unknown as CsvRecord[];
  const [headings, ...rows] = records;
  const place = headings?.record.indexOf(column) ?? -1;
  if (place === -1) throw new Error(`The table has no column “${column}”.`);
  const byValue = new Map(rows.map(({ record, raw }) => [record[place]!, raw]));
  const chosen = values.flatMap((value) => byValue.get(value) ?? []);
  return (
    (csv.startsWith(byteOrderMark) ? byteOrderMark : '') +
    [headings!.raw.replace(byteOrderMark, ''), ...chosen].map(asLine).join('')
  );
}

const byteOrderMark = '\uFEFF';

/** What the reader takes for the text of a row ends in half of its line end. */
function asLine(raw: string): string {
  return `${raw.replace(/[\r\n]+$/, '')}\r\n`;
}

/** A row of a table, as its cells and as it is written. */
interface CsvRecord {
  record: string[];
  raw: string;
}
