import type { z } from 'zod';
import { capitalised } from '../../domain/words.ts';
import { asField, asYaml } from '../yaml/as-yaml.ts';
import {
  fieldInWords,
  typedAt,
  type Asked,
  type Explanation,
  type IssueOf,
} from './explanation.ts';
import { exampleOf, fieldsAt, keepsLines, neededAt, schemaAt, takes } from './fields-of-schema.ts';

/** A text where a list belongs, a list where a text belongs, or either where fields belong. */
export function explainWrongSort(issue: IssueOf<'invalid_type'>, asked: Asked): Explanation {
  const { path } = issue;
  const { should, advice } = wanted(issue, asked.schema);
  const message = `${capitalised(fieldInWords(path, asked))} must ${should}.`;
  return { path: [...path], about: 'value', message, advice };
}

function wanted(
  { path, expected, input }: IssueOf<'invalid_type'>,
  schema: z.ZodType,
): { should: string; advice: string } {
  switch (expected) {
    case 'array':
      return {
        should: 'be a list',
        advice: `Put each entry on its own line, starting with a dash and a space${asList(schema, path, input)}`,
      };
    case 'string':
      if (Array.isArray(input) && input.length > 1) return oneOnly(path, input, schema);
      return {
        should: 'be a single text',
        advice: `Take the dash or the inner field out. If the text holds a colon, put quotation marks around it${asSingle(path, input)}`,
      };
    default:
      if (path.at(-1) === 'actions') {
        return {
          should: 'name each action by its number',
          advice: `${Array.isArray(input) ? 'Take the dashes out. ' : ''}Put the number in quotation marks with a colon after it, and under it what was reported:\nactions:\n  "2.1.2":\n    status: in progress`,
        };
      }
      return {
        should: 'have its own fields',
        advice: `Write them under it, indented by two spaces: ${fieldsAt(schema, path).join(', ')}.${asFields(schema, path, input)}`,
      };
  }
}

/** Fields that hold prose, and not the name of another record. */
const proseFields = new Set<PropertyKey>([
  ...['about', 'covers', 'meaning', 'not_here', 'official', 'promise'],
  ...['statuses', 'summary', 'tested', 'text'],
]);

/** Of several texts where one belongs, an editor has to choose. */
function oneOnly(
  path: readonly PropertyKey[],
  entries: readonly unknown[],
  schema: z.ZodType,
): { should: string; advice: string } {
  const list = entries.map((entry) => `- ${String(entry)}`);
  const isText = proseFields.has(path.at(-1)!) && keepsLines(schema, path);
  if (isText && entries.every((entry) => typeof entry === 'string')) {
    return {
      should: 'be a text, but this is a list',
      advice: `Type |- beside its name, so that the list becomes part of the text:\n${String(path.at(-1))}: |-\n${list.map((line) => `  ${line}`).join('\n')}`,
    };
  }
  const should = `be a single text, but this is a list of ${entries.length}`;
  const [first] = entries;
  const advice = `Keep one of them${typeof first === 'string' ? `, such as  ${typedAt(path, first)}` : '.'}`;
  if (path.at(-1) === 'succeeds') {
    const more =
      'A plan follows only one earlier plan. If it replaces several, name the others in its summary.';
    return { should, advice: `${advice}\n${more}` };
  }
  const hasStages = path.join('.') === 'due' && fieldsAt(schema, []).includes('milestones');
  return hasStages
    ? {
        should,
        advice: `${advice}\nFor stages with a date each, write “milestones” in place of “due”.`,
      }
    : { should, advice };
}

/** The fields that a text is likely to be about, the likeliest first. */
const likelyFields = ['url', 'from', 'title', 'name', 'note'];

/** A text that was typed where it has fields below it, as the one of them that it is likely to be. */
function asFields(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string {
  if (typeof input !== 'string' || input.trim() === '') return '';
  const written = (lines: readonly string[]) =>
    ` For example:\n${String(path.at(-1))}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  const [, from, to] = /^(\S.*?)\s*(?:\bto\b|[-–])\s*(\S.*)$/.exec(input) ?? [];
  if (from !== undefined && to !== undefined && takes(schema, path, { from, to })) {
    return written([asField('from', from), asField('to', to)]);
  }
  const name = likelyFields.find((each) => takes(schema, path, { [each]: input }));
  if (name === undefined) return '';
  // An address is no title.
  if (name === 'title' && input.startsWith('https://')) {
    return written([asField('title', exampleOf(schema, [...path, name])), asField('url', input)]);
  }
  return written([asField(name, input)]);
}

/** A list typed as one text, as the list that was meant. */
function asList(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string {
  const entry = typeof input === 'object' ? asEntry(input ?? {}) : undefined;
  if (entry !== undefined) return `:\n${String(path.at(-1))}:\n${entry}`;
  const takesText = schemaAt(schema, path)?.def.element?.safeParse('text').success ?? false;
  if (!takesText) return exampleEntry(schema, path);
  if (typeof input !== 'string' || input.trim() === '') return '.';
  const bare = input.replaceAll(/^\[|\]$/g, '');
  const entries = isProse(path) ? [bare] : bare.split(between(path)).filter(Boolean);
  return `:\n${String(path.at(-1))}:\n${entries.map((entry) => `  - ${asYaml(entry)}`).join('\n')}`;
}

/** What people put between entries on one line. Names of records have no “and” in them, and words may. */
function between(path: readonly PropertyKey[]): RegExp {
  return ['leads', 'topics'].includes(String(path.at(-1)))
    ? /\s*(?:[,;/&]|\band\b)\s*/
    : /\s*[,;]\s*/;
}

/** An entry of a list with the fields that each has to have. */
function exampleEntry(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const entry = [...path, 0];
  const needed = neededAt(schema, entry).filter(
    (name) => schemaAt(schema, [...entry, name])?.shape === undefined,
  );
  if (needed.length === 0) return '.';
  const lines = needed.map((name) => `${name}: ${exampleOf(schema, [...entry, name])}`);
  return `, such as:\n${String(path.at(-1))}:\n  - ${lines.join('\n    ')}`;
}

/** Fields that are not within an entry of a list yet, as its only one. */
function asEntry(fields: object): string | undefined {
  const lines = Object.entries(fields).map(([name, value]) =>
    typeof value === 'string' ? asField(name, value) : undefined,
  );
  return lines.includes(undefined) || lines.length === 0
    ? undefined
    : `  - ${lines.join('\n    ')}`;
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
