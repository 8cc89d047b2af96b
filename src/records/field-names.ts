import type { z } from 'zod';
import { kinds } from '../schema/kinds.ts';

/** A schema, as far as this file walks through it. */
interface SchemaNode {
  shape?: Record<string, z.ZodType>;
  def: { innerType?: z.ZodType; element?: z.ZodType; valueType?: z.ZodType; options?: z.ZodType[] };
}

/** The names of all fields of all kinds of record, inner ones too. */
export const fieldNames: ReadonlySet<string> = new Set(
  Object.values(kinds).flatMap(({ schema }) => [...namesIn(schema)]),
);

function* namesIn(schema: z.ZodType): Iterable<string> {
  const { shape, def } = schema as unknown as SchemaNode;
  for (const [name, inner] of Object.entries(shape ?? {})) {
    yield name;
    yield* namesIn(inner);
  }
  for (const inner of [def.innerType, def.element, def.valueType, ...(def.options ?? [])]) {
    if (inner !== undefined) yield* namesIn(inner);
  }
}
