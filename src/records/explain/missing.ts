import { saysNothing } from '../../domain/not-stated.ts';
import { capitalised } from '../../domain/words.ts';
import { fieldInWords, type Asked, type Explanation, type Issue } from './explanation.ts';
import { exampleOf, fieldsAt, isOptional, neededAt, schemaAt } from './fields-of-schema.ts';

/** A field that has to be there and is not. */
export function explainMissing({ path }: Issue, asked: Asked): Explanation {
  return {
    path: path.slice(0, -1),
    about: 'value',
    message: `${capitalised(fieldInWords(path, asked))} is missing.`,
    advice:
      asked.labels === undefined
        ? howToAdd(path, asked)
        : `Write something such as ${exampleOf(asked.schema, path)}`,
    missing: [...path],
  };
}

/** How to write a field that is missing: with the schema’s own example, or with the fields it needs. */
function howToAdd(path: readonly PropertyKey[], { schema }: Asked): string {
  const name = String(path.at(-1));
  if (schemaAt(schema, path)?.shape === undefined) {
    const isList = schemaAt(schema, path)?.def.type === 'array';
    const ofEach = isList ? neededAt(schema, [...path, 0]) : [];
    return ofEach.length > 0
      ? `Add a line  ${name}:  and under it a list. Each entry has these fields: ${ofEach.join(', ')}.`
      : `Add a line such as  ${name}: ${exampleOf(schema, path)}`;
  }
  const needed = neededAt(schema, path);
  const fields =
    needed.length > 0
      ? `: ${needed.join(', ')}`
      : `, at least one of: ${fieldsAt(schema, path).join(', ')}`;
  return `Add a line  ${name}:  and under it, indented by two spaces${fields}.`;
}

/** A field that is there and holds nothing. */
export function explainEmpty({ path }: Issue, asked: Asked): Explanation {
  return {
    path: [...path],
    about: 'key',
    message: `${capitalised(fieldInWords(path, asked))} is empty.`,
    advice:
      path.at(-2) === 'actions'
        ? `Write below it what was reported, or take the line out:\n  "${String(path.at(-1))}":\n    status: in progress`
        : typeof path.at(-1) === 'number' || isOptional(asked.schema, path)
          ? 'Fill it in, or take the line out.'
          : 'Fill it in: it cannot be left out.',
  };
}

/**
 * Words of a table’s cell that say that there is nothing to say, where the field may be left out. Of
 * a date the refusal itself says what to do, and a word of a list has one that fits.
 */
export function explainNothingSaid(issue: Issue, asked: Asked): Explanation | undefined {
  const { path, input, code } = issue;
  if (typeof input !== 'string' || !saysNothing(input) || !isOptional(asked.schema, path))
    return undefined;
  if (path.at(-1) === 'due' || code === 'invalid_value') return undefined;
  return {
    path: [...path],
    about: 'value',
    message: `“${input}” says nothing, and ${fieldInWords(path, asked)} may be left out.`,
    advice:
      asked.labels === undefined
        ? 'Take the line out: the site then says that the plan does not say.'
        : 'Leave the box empty.',
  };
}
