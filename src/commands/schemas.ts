/**
 * `npm run schemas`: writes the JSON Schemas by which VS Code completes and explains the records,
 * with the names that the records have now.
 * Exit 0: done. 2: could not run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../exports/editor-schemas.ts';
import { dataFilesIn } from '../register/data-files.ts';
import { dataFolderName } from '../register/data-folder.ts';
import { readRecords } from '../register/read-records.ts';
import { run } from './run.ts';

const folder = '.vscode/schemas';

await run('No schema was written.', () => {
  const data = dataFolderName(process.env);
  const { records } = readRecords(dataFilesIn(data), data);
  mkdirSync(folder, { recursive: true });
  const schemas = editorSchemas(records);
  for (const [name, text] of schemas) writeFileSync(join(folder, `${name}.json`), text);
  process.stdout.write(`Wrote ${schemas.size} schemas to ${folder}.\n`);
  return Promise.resolve();
});
