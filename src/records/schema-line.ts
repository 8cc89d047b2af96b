import { isYaml, schemaName } from '../schema/kinds.ts';
import { recordPlace } from './record-places.ts';

/**
 * The note at the top of a record that names its schema, for VS Code and every other program with
 * yaml-language-server. The settings in `.vscode` do the same only where the whole project is open.
 *
 * @param path of the record in the data folder, which is in the root of the project
 * @returns without a line break; undefined where no record can be
 */
export function schemaLine(path: string): string | undefined {
  const place = recordPlace(path, path);
  if (place === undefined || 'message' in place || !isYaml(place.kind)) return undefined;
  const up = '../'.repeat(path.split('/').length);
  return `# yaml-language-server: $schema=${up}.vscode/schemas/${schemaName(place.kind)}.json`;
}

/** The text of a new record with the note at its top. */
export function withSchemaLine(path: string, text: string): string {
  const line = schemaLine(path);
  return line === undefined ? text : `${line}\n${text}`;
}
