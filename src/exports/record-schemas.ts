import { z } from 'zod';
import { address, wholeAddress } from '../domain/address.ts';
import { isYaml, kindNames, kinds, schemaName } from '../schema/kinds.ts';

/** The kinds of record in YAML as they are named in an address: `action`, `glossary-term` and so on. */
export const schemaNames = kindNames.filter(isYaml).map(schemaName);

/**
 * The JSON Schema of one kind of record, as an editor types it: `/data/schema/<kind>.json`. It is
 * made from the schema that the check itself uses. Draft 7, which every editor’s YAML help knows.
 *
 * It tells less than the check: whether a date can be read, and whether a name leads to a record,
 * no JSON Schema can say.
 *
 * @param name one of `schemaNames`
 */
export function recordSchema(name: string, site: URL): string {
  const { schema: zod } = kinds[kindNames.find((kind) => schemaName(kind) === name)!];
  const options = { io: 'input', target: 'draft-7' } as const;
  const { $schema, definitions } = z.toJSONSchema(zod, options);
  // Draft 7 ignores everything beside a “$ref”, so the definition that Zod puts there moves to the top.
  const { id: _id, ...schema } = (definitions as Record<string, { id?: string }>)[name]!;
  const published = { $schema, $id: wholeAddress(address.recordSchema(name), site), ...schema };
  return `${JSON.stringify(published, null, 2)}\n`;
}
