import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemas) writeFileSync(join(folder, `${name}.json`), text);
  return schemas.size;
}
