import type { z } from 'zod';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** What one refusal of a schema means to an editor, and whether it is about a key or a value. */
export interface Explanation {
  path: PropertyKey[];
  about: 'key' | 'value';
  message: string;
  advice: string;
}

/**
 * Turns an issue that Zod found into plain words.
 *
 * @param issue what Zod says; its `input` is needed (`reportInput: true`)
 * @param schema the record's schema, asked for field names and examples
 * @param recordName what the record is called in a sentence, such as “an action”
 */
export function explainIssue(issue: Issue, schema: z.ZodType, recordName: string): Explanation[] {
  const path = [...issue.path];
  const name = quoted(path);
  const about = 'value' as const;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const inner = schemaAt(schema, path);
      const known = Object.keys(inner?.shape ?? {});
      const owner = path.length === 0 ? recordName : quoted(path);
      return issue.keys.map((key) => {
        const match = nearest(key, known);
        return {
          path: [...path, key],
          about: 'key',
          message: `“${key}” is not a field of ${owner}.`,
          advice:
            match === undefined
              ? `The fields are: ${known.join(', ')}.`
              : `Did you mean “${match}”?`,
        };
      });
    }
    case 'invalid_type': {
      if (issue.input === undefined) {
        return [
          {
            path: path.slice(0, -1),
            about,
            message: `${capitalised(name)} is missing.`,
            advice: howToAdd(schema, path),
          },
        ];
      }
      if (issue.input === '') {
        return [
          {
            path,
            about: 'key',
            message: `${capitalised(name)} is empty.`,
            advice: 'Fill it in, or take the line out.',
          },
        ];
      }
      const wanted =
        issue.expected === 'array'
          ? {
              message: `${capitalised(name)} must be a list.`,
              advice: 'Put each entry on a line of its own that starts with a dash and a space.',
            }
          : issue.expected === 'string'
            ? {
                message: `${capitalised(name)} must be a single text.`,
                advice:
                  'Take the dash or the inner field out. If the text holds a colon, put quotation marks around it.',
              }
            : {
                message: `${capitalised(name)} must have fields of its own.`,
                advice: `Write them under it, moved in by two spaces: ${fieldsAt(schema, path)}.`,
              };
      return [{ path, about, ...wanted }];
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const typed = String(issue.input);
      const match = nearest(typed, values);
      return [
        {
          path,
          about,
          message:
            typed === ''
              ? `${capitalised(name)} is empty.`
              : `“${typed}” is not one of the words for ${name}.`,
          advice: `${match === undefined ? '' : `Did you mean “${match}”? `}Use one of: ${values.join(', ')}.`,
        },
      ];
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      const length = String(issue.input).trim().length;
      return [
        {
          path,
          about,
          message: `${capitalised(name)} has ${length} characters, and the most is ${most}.`,
          advice: `Make it shorter by ${length - most}.`,
        },
      ];
    }
    case 'too_small':
      return [
        {
          path,
          about: 'key',
          message: `${capitalised(name)} is empty.`,
          advice: 'Fill it in, or take the line out.',
        },
      ];
    case 'invalid_format':
      return [
        {
          path,
          about,
          message: `“${String(issue.input)}” is not an email address.`,
          advice: 'Write it in full, such as hello@example.org.',
        },
      ];
    case 'invalid_union':
      return explainUnion(issue, schema, recordName);
    case 'custom':
      return [{ path, about, message: issue.message, advice: String(issue.params?.['advice']) }];
    default:
      throw new Error(`No words for a problem of the sort “${issue.code}” at ${quoted(path)}.`);
  }
}

/** A union is explained by the branch that fits the sort of value that was typed. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  recordName: string,
): Explanation[] {
  const branch =
    issue.errors.find(
      (issues) => !issues.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
    ) ?? issue.errors[0]!;
  return branch.flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, recordName),
  );
}

/** “status” of entry 2 of “updates”: a field as a person would point at it. */
function quoted(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the record';
  if (typeof last === 'number') return `entry ${last + 1} of ${quoted(path.slice(0, -1))}`;
  const entry = path.at(-2);
  if (typeof entry === 'number') return `“${String(last)}” in ${quoted(path.slice(0, -1))}`;
  return `“${String(last)}”`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface SchemaNode {
  shape?: Record<string, z.ZodType>;
  def: {
    type: string;
    innerType?: z.ZodType;
    element?: z.ZodType;
    options?: z.ZodType[];
  };
}

/** The object schema at a path, through lists, options and defaults. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): SchemaNode | undefined {
  let node: z.ZodType | undefined = schema;
  for (const step of [...path, undefined]) {
    node = unwrapped(node);
    if (step === undefined || node === undefined) break;
    const inner = node as unknown as SchemaNode;
    node = inner.def.type === 'array' ? inner.def.element : inner.shape?.[String(step)];
  }
  return node as unknown as SchemaNode | undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  const def = (schema as unknown as SchemaNode | undefined)?.def;
  if (def?.innerType) return unwrapped(def.innerType);
  const object = def?.options?.find((option) => (option as unknown as SchemaNode).shape);
  return object ?? schema;
}

function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  return Object.keys(schemaAt(schema, path)?.shape ?? {}).join(', ');
}

/** How to write a field that is missing: with the schema’s own example, or with the fields it needs. */
function howToAdd(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const name = String(path.at(-1));
  const inner = schemaAt(schema, path)?.shape;
  if (inner !== undefined) {
    const needed = Object.keys(inner).filter(
      (field) => !inner[field]!.safeParse(undefined).success,
    );
    return `Add a line  ${name}:  and under it, moved in by two spaces: ${needed.join(', ')}.`;
  }
  const field = schemaAt(schema, path.slice(0, -1))?.shape?.[name];
  const examples = field?.meta()?.['examples'] as unknown[] | undefined;
  return `Add a line such as  ${name}: ${examples?.[0] === undefined ? '…' : String(examples[0])}`;
}
