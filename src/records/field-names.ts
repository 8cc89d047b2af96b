import type { z } from 'zod';
import { kinds } from '../schema/kinds.ts';
import type { FieldSorts } from './yaml/faults/fault.ts';

/** A schema, as far as this file walks through it. */
interface SchemaNode {
  shape?: Record<string, z.ZodType>;
  def: { innerType?: z.ZodType; element?: z.ZodType; valueType?: z.ZodType; options?: z.ZodType[] };
}

/** All fields of all kinds of record by their names, inner ones too, and which of them hold lists. */
export const fieldNames: FieldSorts = new Map(
  Object.values(kinds).flatMap(({ schema }) => [...namesIn(schema)]),
);

function* namesIn(schema: z.ZodType): Iterable<[name: string, sort: 'list' | 'other']> {
  const { shape, def } = schema as unknown as SchemaNode;
  for (const [name, inner] of Object.entries(shape ?? {})) {
    yield [name, isList(inner) ? 'list' : 'other'];
    yield* namesIn(inner);
  }
  for (const inner of [def.innerType, def.element, def.valueType, ...(def.options ?? [])]) {
    if (inner !== undefined) yield* namesIn(inner);
  }
}

function isList(schema: z.ZodType): boolean {
  const { def } = schema as unknown as SchemaNode;
  return def.innerType === undefined ? def.element !== undefined : isList(def.innerType);
}
