/** What a schema can tell of its fields: which there are, which may be left out, and examples. */
import type { z } from 'zod';

interface SchemaNode {
  shape?: Record<string, z.ZodType>;
  def: {
    type: string;
    innerType?: z.ZodType;
    element?: z.ZodType;
    valueType?: z.ZodType;
    options?: z.ZodType[];
  };
}

/** The object schema at a path, through lists, names of every sort, options and defaults. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): SchemaNode | undefined {
  let node: z.ZodType | undefined = schema;
  for (const step of [...path, undefined]) {
    node = unwrapped(node);
    if (step === undefined || node === undefined) break;
    const inner = node as unknown as SchemaNode;
    node = inner.def.element ?? inner.def.valueType ?? fieldIn(inner, step);
  }
  return node as unknown as SchemaNode | undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  const def = (schema as unknown as SchemaNode | undefined)?.def;
  if (def?.innerType) return unwrapped(def.innerType);
  const object = def?.options?.find((option) => (option as unknown as SchemaNode).shape);
  return object ?? schema;
}

/** The names of the fields at a path; none where there are no fields. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return Object.keys(schemaAt(schema, path)?.shape ?? {});
}

/** Those of them that have to be there. */
export function neededAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return fieldsAt(schema, path).filter((field) => !isOptional(schema, [...path, field]));
}

/** Whether a field may be left out. */
export function isOptional(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  return fieldAt(schema, path)?.safeParse(undefined).success ?? false;
}

/** The schema’s own example of a field, as it is written in one line. */
export function exampleOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const examples = fieldAt(schema, path)?.meta()?.['examples'] as unknown[] | undefined;
  const [first] = examples ?? [];
  if (first === undefined) return '…';
  if (typeof first !== 'object') return String(first);
  // What JSON allows in one line YAML allows too.
  return isWords(first) ? `[${first.join(', ')}]` : JSON.stringify(first);
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Whether a field may hold a value. */
export function takes(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): boolean {
  return fieldAt(schema, path)?.safeParse(value).success ?? false;
}

/** Whether a field keeps the lines of a text apart. */
export function keepsLines(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const kept = fieldAt(schema, path)?.safeParse('- a\n- b');
  return kept?.success === true && String(kept.data).includes('\n');
}

function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  return fieldIn(schemaAt(schema, path.slice(0, -1)), path.at(-1));
}

function fieldIn(node: SchemaNode | undefined, name: PropertyKey | undefined) {
  const shape = node?.shape ?? {};
  return name !== undefined && Object.hasOwn(shape, name) ? shape[String(name)] : undefined;
}
