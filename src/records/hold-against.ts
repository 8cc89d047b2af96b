import type { z } from 'zod';
import { branchOf, explainIssue } from './explain/explain-issue.ts';
import type { Explanation } from './explain/explanation.ts';
import type { Draft } from './records.ts';

/** What a schema says of a record, in words, and as much of the record as rules may look at. */
export interface Held<T> {
  explanations: Explanation[];
  /** Without the parts that were refused, so that no rule tells again of what is told already. */
  value: Draft<T>;
}

/**
 * Holds a record against its schema, in the check of files and in the form alike.
 *
 * @param name what the record is called in a sentence, such as “an action”
 * @param labels of the boxes of a form, where the words are for someone who fills those in
 */
export function holdAgainst<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  name: string,
  labels?: Readonly<Record<string, string>>,
): Held<z.output<Schema>> {
  const result = schema.safeParse(given, { reportInput: true });
  const lost = namesLost(given);
  if (result.success) {
    return { explanations: lost, value: result.data as Draft<z.output<Schema>> };
  }
  const { issues } = result.error;
  const asked = { schema, recordName: name, labels };
  const told = issues.flatMap((issue) => explainIssue(issue, asked));
  const isTold = ({ path }: Explanation) =>
    told.some((each) => each.path.join('/') === path.join('/'));
  return {
    explanations: withoutTwins([...told, ...lost.filter((each) => !isTold(each))]),
    value: without(
      given,
      issues.flatMap((issue) => refusals(issue)),
    ) as Draft<z.output<Schema>>,
  };
}

/** Names that a schema drops silently, because they have a special meaning in JavaScript. */
function namesLost(value: unknown, path: readonly PropertyKey[] = []): Explanation[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    if (name !== '__proto__') return namesLost(item, [...path, name]);
    return [
      {
        path: [...path, name],
        about: 'key' as const,
        message: `Nothing can be called “${name}”.`,
        advice:
          path.at(-1) === 'actions'
            ? 'Write the number of the action, as its file is named.'
            : 'Write another name, or take this out.',
      },
    ];
  });
}

/** A field whose name is misspelt is not told as missing too. */
function withoutTwins(explanations: readonly Explanation[]): Explanation[] {
  const meant = new Set(explanations.map((explanation) => explanation.meant?.join('/')));
  return explanations.filter(
    ({ missing }) => missing === undefined || !meant.has(missing.join('/')),
  );
}

/** A part of a value that was refused. */
interface Refused {
  path: PropertyKey[];
  /**
   * Whether the part is refused for its shape. If a rule over several fields refuses it, each field by
   * itself is sound.
   */
  whole: boolean;
}

function refusals(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): Refused[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    return branchOf(issue).flatMap((inner) => refusals(inner, path));
  }
  return [{ path, whole: issue.code !== 'custom' && issue.code !== 'unrecognized_keys' }];
}

/** A copy of `value` in which every refused part is undefined. */
function without(value: unknown, refused: readonly Refused[]): unknown {
  const bySteps = Map.groupBy(refused, ({ path }) => path[0]);
  if (Array.isArray(value)) return value.map((item, index) => part(item, bySteps.get(index)));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, part(item, bySteps.get(key))]),
    );
  }
  return value;
}

function part(item: unknown, refused: readonly Refused[] = []): unknown {
  const below = refused.map(({ path, whole }) => ({ path: path.slice(1), whole }));
  const isList = typeof item === 'object' && item !== null;
  if (below.some(({ path, whole }) => path.length === 0 && (whole || !isList))) return undefined;
  return below.length === 0 ? item : without(item, below);
}
