/**
 * `npm run schemas`: writes the JSON Schemas by which VS Code completes and explains the records,
 * with the names that the records have now.
 * Exit 0: done. 2: could not run.
 */
import { editorSchemaFolder, writeEditorSchemas } from '../exports/write-editor-schemas.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';

const usage = `npm run schemas -- [options]

  --data FOLDER  a data folder other than “data”

Brings what VS Code offers in the records up to date, such as the names of leads and topics.
`;

await run('No schema was written.', () => {
  const read = readOptions(usage, { options: dataOption });
  if (read === undefined) return;
  const data = dataFolder(read.values.data);
  const { records } = readRecords(dataFilesIn(data), data);
  const written = writeEditorSchemas(records, '.');
  process.stdout.write(`Wrote ${written} schemas to ${editorSchemaFolder}.\n`);
});
