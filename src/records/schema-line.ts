/** The schema of each kind of record, by where its records stand in the data folder. */
const schemas: readonly (readonly [path: RegExp, schema: string])[] = [
  [/^site\.yaml$/, 'site'],
  [/^organisations\/[^/]+$/, 'organisation'],
  [/^glossary\/[^/]+$/, 'glossary-term'],
  [/^topics\/[^/]+$/, 'topic'],
  [/^plans\/[^/]+\/plan\.yaml$/, 'plan'],
  [/^plans\/[^/]+\/actions\/[^/]+$/, 'action'],
];

/**
 * The note at the top of a record that names its schema, for VS Code and every other program with
 * yaml-language-server. The settings in `.vscode` do the same only where the whole project is open.
 *
 * @param path of the record in the data folder, which stands in the root of the project
 * @returns without a line break; undefined where no record can stand
 */
export function schemaLine(path: string): string | undefined {
  const schema = schemas.find(([pattern]) => pattern.test(path))?.[1];
  if (schema === undefined) return undefined;
  const up = '../'.repeat(path.split('/').length);
  return `# yaml-language-server: $schema=${up}.vscode/schemas/${schema}.json`;
}

/** The text of a new record with the note at its top. */
export function withSchemaLine(path: string, text: string): string {
  const line = schemaLine(path);
  return line === undefined ? text : `${line}\n${text}`;
}
