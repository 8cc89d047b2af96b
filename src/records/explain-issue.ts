import type { z } from 'zod';
import { fieldMeant, choiceMeant } from './words-meant.ts';
import { dateRefusalInWords } from '../domain/due-date.ts';
import { nearest } from '../domain/nearest.ts';
import type { RefusalParams } from '../schema/text.ts';
import { ragRatings } from '../schema/statement.ts';
import { asField, asYaml } from './yaml/as-yaml.ts';
import { capitalised } from '../domain/words.ts';

type Issue = z.core.$ZodIssue;
type Labels = Readonly<Record<string, string>>;

/** What one refusal of a schema means to an editor, and whether it is about a key or a value. */
export interface Explanation {
  path: PropertyKey[];
  about: 'key' | 'value';
  message: string;
  why?: string;
  advice: string;
  /** The field that is missing. */
  missing?: PropertyKey[];
  /** The field that was most likely meant by one that does not exist. */
  meant?: PropertyKey[];
}

/**
 * Turns an issue that Zod found into plain words.
 *
 * @param issue what Zod says; its `input` is needed (`reportInput: true`)
 * @param schema the record's schema, asked for field names and examples
 * @param recordName what the record is called in a sentence, such as “an action”
 * @param labels of the boxes of a form, by the names of the fields: then the words are for someone who
 *   fills in boxes, and not for someone who types the lines of a record
 */
export function explainIssue(
  issue: Issue,
  schema: z.ZodType,
  recordName: string,
  labels?: Labels,
): Explanation[] {
  const path = [...issue.path];
  const name = quoted(path, labels);
  const about = 'value' as const;
  const unquoted = /^[“‘](.*)[”’]$/.exec(typeof issue.input === 'string' ? issue.input : '')?.[1];
  if (unquoted !== undefined && issue.code !== 'too_big') {
    return [
      {
        path,
        about,
        message: 'The curly quotation marks become part of this text.',
        why: 'Only straight marks (") are taken for marks around a text.',
        advice: `Take them out:  ${labels ? unquoted : typedAt(path, unquoted)}`,
      },
    ];
  }
  const isCell = saysNothing(issue.input) && isOptional(schema, path);
  // Of a date the refusal itself says what to do, and a word of a list has one that fits.
  if (isCell && path.at(-1) !== 'due' && issue.code !== 'invalid_value') {
    return [
      {
        path,
        about,
        message: `“${String(issue.input)}” says nothing, and ${name} may be left out.`,
        advice: labels
          ? 'Leave the box empty.'
          : 'Take the line out: the site then says that the plan does not tell.',
      },
    ];
  }
  if (
    issue.input === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  ) {
    return [
      {
        path: path.slice(0, -1),
        about,
        message: `${capitalised(name)} is missing.`,
        advice: labels ? howToFill(schema, path) : howToAdd(schema, path),
        missing: path,
      },
    ];
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const inner = schemaAt(schema, path);
      const known = Object.keys(inner?.shape ?? {});
      const owner = path.length === 0 ? recordName : quoted(path, labels);
      return issue.keys.map((key) => {
        const match = fieldMeant(key, known) ?? nearest(key, known);
        const home = homeOf(schema, key);
        const advice =
          match !== undefined &&
          !(home !== undefined && match !== key && nearest(key, [match]) === undefined)
            ? `Did you mean “${match}”?`
            : home !== undefined
              ? `It belongs in ${home}. Move it there, with the spaces of the lines around it.`
              : `The fields are: ${known.join(', ')}.`;
        return {
          path: [...path, key],
          about: 'key',
          message: `“${key}” is not a field of ${owner}.`,
          advice,
          ...(match !== undefined && { meant: [...path, match] }),
        };
      });
    }
    case 'invalid_type': {
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
              advice: `Put each entry on a line of its own that starts with a dash and a space${asList(schema, path, issue.input)}`,
            }
          : issue.expected === 'string'
            ? {
                message: `${capitalised(name)} must be a single text.`,
                advice: `Take the dash or the inner field out. If the text holds a colon, put quotation marks around it${asSingle(path, issue.input)}`,
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
      const rating = path.at(-1) === 'status' ? ratingIn(typed) : undefined;
      if (rating !== undefined) {
        return [
          {
            path,
            about,
            message: `“${typed}” is a rating and not a status.`,
            why: 'A green rating means that things go as planned. It does not say that they are done.',
            advice: `Ask what the status is, and use one of: ${values.join(', ')}.${isStatus(path) ? ` Keep the rating on a line of its own:  ${asField('rag', rating)}` : ''}`,
          },
        ];
      }
      const meant = choiceMeant(typed, values);
      const match = meant ?? nearest(typed, values);
      const keeps =
        meant !== undefined && isStatus(path)
          ? ` To keep the report’s own word, add a line  ${asField('status_text', typed)}`
          : '';
      return [
        {
          path,
          about,
          message:
            typed === ''
              ? `${capitalised(name)} is empty.`
              : `“${typed}” is not one of the words for ${name}.`,
          advice: `${match === undefined ? '' : `Did you mean “${match}”? `}Use one of: ${values.join(', ')}.${keeps}`,
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
      return explainUnion(issue, schema, recordName, labels);
    case 'custom':
      return [{ path, about, ...wordsOfRefusal(issue, labels) }];
    default:
      throw new Error(`No words for a problem of the sort “${issue.code}” at ${quoted(path)}.`);
  }
}

/** Whether a status is one that was reported of an action, beside which its own words can be kept. */
function isStatus(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === 'status' && ['updates', 'actions'].includes(String(path.at(-3)));
}

/** The rating that somebody wrote in the place of a status. */
function ratingIn(typed: string): string | undefined {
  const word = typed.trim().toLowerCase();
  return ragRatings.find((rating) => rating === word || `rag ${rating}` === word);
}

/** What is wrong with a value that may be of several sorts, taken as the sort that it most likely is. */
export function branchOf(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] {
  const fits = (issues: readonly Issue[]) =>
    !issues.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0);
  return issue.errors.find(fits) ?? issue.errors[0]!;
}

/** A union is explained by the branch that fits the sort of value that was typed. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  recordName: string,
  labels?: Labels,
): Explanation[] {
  return branchOf(issue).flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, recordName, labels),
  );
}

/** “status” of entry 2 of “updates”: a field as a person would point at it. */
function quoted(path: readonly PropertyKey[], labels: Labels = {}): string {
  const last = path.at(-1);
  if (last === undefined) return 'the record';
  if (typeof last === 'number') return `entry ${last + 1} of ${quoted(path.slice(0, -1), labels)}`;
  const entry = path.at(-2);
  const label = labels[String(last)] ?? String(last);
  if (typeof entry === 'number') return `“${label}” in ${quoted(path.slice(0, -1), labels)}`;
  return `“${label}”`;
}

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
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): SchemaNode | undefined {
  let node: z.ZodType | undefined = schema;
  for (const step of [...path, undefined]) {
    node = unwrapped(node);
    if (step === undefined || node === undefined) break;
    const inner = node as unknown as SchemaNode;
    node = inner.def.element ?? inner.def.valueType ?? inner.shape?.[String(step)];
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

/** What a refusal of the schema itself says, to someone who types lines or who fills in a box. */
function wordsOfRefusal(
  { message, params }: Extract<Issue, { code: 'custom' }>,
  labels: Labels | undefined,
): Pick<Explanation, 'message' | 'advice'> {
  const { advice, inBox = advice, dueDate } = params as RefusalParams;
  if (labels === undefined) return { message, advice };
  return dueDate === undefined
    ? { message, advice: inBox }
    : dateRefusalInWords(dueDate, 'due box');
}

/** What to type into an empty box: the schema’s own example. */
function howToFill(schema: z.ZodType, path: readonly PropertyKey[]): string {
  return `Write something such as ${exampleOf(schema, path)}`;
}

function exampleOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const field = schemaAt(schema, path.slice(0, -1))?.shape?.[String(path.at(-1))];
  const examples = field?.meta()?.['examples'] as unknown[] | undefined;
  return examples?.[0] === undefined ? '…' : String(examples[0]);
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
  return `Add a line such as  ${name}: ${exampleOf(schema, path)}`;
}

/** A list typed as one text, as the list that was meant. */
function asList(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string {
  const takesText = schemaAt(schema, path)?.def.element?.safeParse('text').success ?? false;
  if (!takesText) return '.';
  if (typeof input !== 'string' || input.trim() === '') return '.';
  const bare = input.replaceAll(/^\[|\]$/g, '');
  const entries = isProse(path) ? [bare] : bare.split(/\s*[,;]\s*/).filter(Boolean);
  return `:\n${String(path.at(-1))}:\n${entries.map((entry) => `  - ${asYaml(entry)}`).join('\n')}`;
}

/** Entries of these lists are sentences, which may hold commas. */
function isProse(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === 'measures';
}

/** A list or field typed where one text belongs, as the text that was meant. */
function asSingle(path: readonly PropertyKey[], input: unknown): string {
  const text = textIn(input);
  return text === undefined ? '.' : `:  ${typedAt(path, text)}`;
}

/** The text in a list of one, or in a sentence whose colon made a field of its first words. */
function textIn(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  if (Array.isArray(input)) return input.length === 1 ? textIn(input[0]) : undefined;
  const [[name, value] = [], ...more] = Object.entries(input ?? {});
  return name === undefined || more.length > 0 || typeof value !== 'string'
    ? undefined
    : `${name}: ${value}`;
}

/** A value as it is typed at its place: after the name of its field, or after a dash. */
function typedAt(path: readonly PropertyKey[], text: string): string {
  const last = path.at(-1);
  return typeof last === 'string' ? asField(last, text) : `- ${asYaml(text)}`;
}

/** Words that people put into a cell of a table to say that there is nothing to say. */
function saysNothing(input: unknown): boolean {
  return (
    typeof input === 'string' &&
    /^(?:n\/?a|none|nil|tb[acd]|-|–|—|\?+|not applicable)\.?$/i.test(input.trim())
  );
}

function isOptional(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const field = schemaAt(schema, path.slice(0, -1))?.shape?.[String(path.at(-1))];
  return field?.safeParse(undefined).success ?? false;
}

/** Where else in a record a field of this name belongs, as a person would say it. */
function homeOf(schema: z.ZodType, key: string): string | undefined {
  const fields = schemaAt(schema, [])?.shape ?? {};
  if (key in fields) return 'the record itself, at the very left';
  for (const field of Object.keys(fields)) {
    const inner = schemaAt(schema, [field]) ?? { def: { type: '' } };
    const list = inner.def.type === 'array';
    const shape = list ? schemaAt(schema, [field, 0])?.shape : inner.shape;
    if (shape !== undefined && key in shape) {
      return list ? `an entry of “${field}”` : `“${field}”`;
    }
  }
  return undefined;
}
