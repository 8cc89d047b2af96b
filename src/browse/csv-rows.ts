/**
 * Of a table as CSV (RFC 4180), the headings and the rows with the given values in one column, in
 * the order of those values. The rows stay as they are, to the letter.
 *
 * @throws if the table has no such column
 */
export function csvRows(csv: string, column: string, values: readonly string[]): string {
  const [headings = '', ...rows] = records(csv);
  const place = cells(headings.replace(/^\uFEFF/, '')).indexOf(column);
  if (place === -1) throw new Error(`The table has no column “${column}”.`);
  const byValue = new Map(rows.map((row) => [cells(row)[place], row]));
  return [headings, ...values.map((value) => byValue.get(value) ?? '')].join('');
}

/** Each row with the line end that follows it. A line end between quotation marks is none. */
function records(csv: string): string[] {
  return (
    csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*(?:\r\n|$)/g)?.filter((record) => record !== '') ?? []
  );
}

function cells(record: string): string[] {
  return [...record.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
