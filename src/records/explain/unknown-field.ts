import type { z } from 'zod';
import { didYouMean, nearest } from '../../domain/nearest.ts';
import { leadRoles } from '../../schema/statement.ts';
import { fieldInWords, type Asked, type Explanation, type IssueOf } from './explanation.ts';
import { fieldsAt, schemaAt } from './fields-of-schema.ts';
import { choiceMeant, fieldMeant } from './words-meant.ts';

/** Fields that the schema does not have: a slip, another name for one, or one that belongs elsewhere. */
export function explainUnknownFields(
  { path, keys, input }: IssueOf<'unrecognized_keys'>,
  asked: Asked,
): Explanation[] {
  const known = fieldsAt(asked.schema, path);
  const owner = path.length === 0 ? asked.recordName : fieldInWords(path, asked);
  const numbers = path.length === 0 && known.includes('actions') ? keys.filter(isNumber) : [];
  if (numbers.length > 0) {
    const others = keys.filter((key) => !numbers.includes(key));
    return [
      numbersAtTheLeft(numbers),
      ...(others.length === 0
        ? []
        : explainUnknownFields({ path, keys: others } as IssueOf<'unrecognized_keys'>, asked)),
    ];
  }
  const beside = roleBeside(input, keys, known);
  if (beside !== undefined) {
    const [name, typed, role] = beside;
    return [
      {
        path: [...path, name],
        about: 'key',
        message: `“${name}” has “${typed}” beside it, so it needs the name of a field before it.`,
        advice: `Write\n  - organisation: ${name}${role === undefined ? '' : `\n    role: ${role}`}`,
        meant: [...path, 'organisation'],
      },
    ];
  }
  return keys.map((key) => {
    if (path.length === 0 && asked.schema.meta()?.id === 'action' && isReported(key)) {
      return { path: [key], about: 'key', ...reportedElsewhere(key) };
    }
    const meant = fieldMeant(key, known) ?? nearest(key, known);
    return {
      path: [...path, key],
      about: 'key',
      message: `“${key}” is not a field of ${owner}.`,
      advice: whatToDo(key, meant, known, asked.schema),
      ...(meant !== undefined && { meant: [...path, meant] }),
    };
  });
}

/** A lead with what it is beside its name, as ‘carers-lead: partner’: the name, what is beside it, and the role. */
function roleBeside(
  input: unknown,
  [name, ...more]: readonly string[],
  known: readonly string[],
): [name: string, typed: string, role: string | undefined] | undefined {
  if (name === undefined || more.length > 0 || fieldMeant(name, known) !== undefined)
    return undefined;
  if (!known.includes('organisation') || Object.keys(input ?? {}).length !== 1) return undefined;
  const typed = (input as Record<string, unknown>)[name];
  if (nearest(name, known) !== undefined || typeof typed !== 'string') return undefined;
  const role =
    leadRoles.find((each) => each === typed.toLowerCase()) ?? choiceMeant(typed, leadRoles);
  return [name, typed, role];
}

const isNumber = (key: string): boolean => /^[a-z]{0,8}[\s-]?\d+(?:[.-]\w+)*$/i.test(key);

/** Actions that are not below “actions”, but where that should be. */
function numbersAtTheLeft([first, ...more]: readonly string[]): Explanation {
  return {
    path: [first!],
    about: 'key',
    message:
      more.length === 0
        ? `“${first}” looks like the number of an action, and it is not below “actions”.`
        : `“${first}” and ${more.length} more look like numbers of actions, and they are not below “actions”.`,
    advice: `Put ${more.length === 0 ? 'it' : 'them'} below a line “actions:”, with two more spaces before each line:\nactions:\n  "${first}":\n    status: in progress`,
    meant: ['actions'],
  };
}

/** What was kept with an action before reports were records of their own, or is looked for there. */
const reportedFields = /^(?:updates?|progress|history|reports?|reported|status|status text|rag)$/;

function isReported(key: string): boolean {
  return reportedFields.test(key.toLowerCase().replaceAll(/[_\s]+/g, ' '));
}

function reportedElsewhere(key: string): Pick<Explanation, 'message' | 'advice'> {
  const advice =
    'Write it into a new file in the folder “reports” of the plan:  npm run report . The form at /guide/report/ makes one too.';
  return key === 'updates'
    ? {
        message: 'The record of an action no longer holds what was reported: that is in reports.',
        advice: `Move these updates into reports with  npm run move-updates  and write what is new as a report:  npm run report`,
      }
    : { message: `“${key}” is not kept in the record of an action: it is reported.`, advice };
}

function whatToDo(
  key: string,
  meant: string | undefined,
  known: readonly string[],
  schema: z.ZodType,
): string {
  const home = homeOf(schema, key);
  // A field that is right elsewhere was put in the wrong place, unless it is only spelt like one of here.
  const isHere =
    meant !== undefined &&
    (home === undefined || meant === key || nearest(key, [meant]) !== undefined);
  if (isHere) return didYouMean(key, meant);
  return home === undefined
    ? `The fields are: ${known.join(', ')}.`
    : `It belongs in ${home}. Move it there, with the spaces of the lines around it.`;
}

/** Where else in a record a field of this name belongs, as a person would say it. */
function homeOf(schema: z.ZodType, key: string): string | undefined {
  const fields = fieldsAt(schema, []);
  if (fields.includes(key)) return 'the record itself, at the very left';
  for (const field of fields) {
    const sort = schemaAt(schema, [field])?.def.type;
    if (sort === 'record' && fieldsAt(schema, [field, '']).includes(key)) {
      return 'the lines below the number of an action';
    }
    const isList = sort === 'array';
    if (fieldsAt(schema, isList ? [field, 0] : [field]).includes(key)) {
      return isList ? `an entry of “${field}”` : `“${field}”`;
    }
  }
  return undefined;
}
