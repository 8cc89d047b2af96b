import { address, wholeAddress } from '../domain/address.ts';
import type { Register } from '../register/register.ts';
import { columns, type ColumnType } from './actions-table.ts';
import { listSeparator } from './csv.ts';

const datatypes: Record<ColumnType, string | object> = {
  text: 'string',
  list: 'string',
  day: { base: 'date', format: 'yyyy-MM-dd' },
  'yes or no': { base: 'boolean', format: 'true|false' },
  address: 'anyURI',
};

/**
 * What each column of `/data/actions.csv` means, for programs: metadata by the W3C’s “Metadata
 * Vocabulary for Tabular Data” (CSVW), under the name at which programs look for it.
 */
export function csvMetadata(register: Register, site: URL): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }],
    url: 'actions.csv',
    'dc:title': `Every ${register.site.words.one} – ${register.site.name}`,
    'dc:description':
      'One row for each action of each plan. ' +
      'Take off an apostrophe at the start of a cell, and one after a semicolon or a line break in it. ' +
      'It is there so that spreadsheet programs do not read the text as a formula.',
    'dc:publisher': register.site.name,
    'dc:source': wholeAddress(address.actionsData, site),
    // The day against which “overdue” was judged.
    'dc:date': { '@value': register.today, '@type': 'date' },
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
      lineTerminators: ['\r\n'],
      trim: false,
    },
    tableSchema: {
      primaryKey: 'id',
      aboutUrl: `${wholeAddress('/actions/', site)}{id}/`,
      columns: columns.map(({ name, title, description, type, required }) => ({
        name,
        titles: name,
        'dc:title': title,
        'dc:description': description,
        datatype: datatypes[type],
        ...(type === 'list' ? { separator: listSeparator } : {}),
        ...(required ? { required } : {}),
      })),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
