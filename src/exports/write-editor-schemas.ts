import { join } from 'node:path';
import { bytesIfThere, saveFiles } from '../files/save-files.ts';
import type { Records } from '../records/records.ts';
import { editorSchemas } from './editor-schemas.ts';

/** Where VS Code looks for them, from the root of the project. */
export const editorSchemaFolder = '.vscode/schemas';

/**
 * Writes the schemas by which VS Code completes and explains the records.
 *
 * @param root the root of the project
 * @returns how many there are
 */
export function writeEditorSchemas(records: Records, root: string): number {
  const folder = join(root, editorSchemaFolder);
  const schemas = editorSchemas(records);
  saveFiles(
    folder,
    [...schemas].map(([name, after]) => ({
      path: `${name}.json`,
      before: bytesIfThere(join(folder, `${name}.json`)),
      after,
    })),
  );
  return schemas.size;
}
