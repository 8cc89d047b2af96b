import type { z } from 'zod';
import { branchOf, explainIssue, type Explanation } from './explain-issue.ts';
import { kinds } from '../schema/kinds.ts';
import type { Problem } from './problem.ts';
import type { Draft, Kind, RecordOf } from './records.ts';
import type { YamlFile } from './yaml/yaml-file.ts';

/**
 * Holds what a file says against the schema of its kind.
 *
 * @returns every problem, and the value without the parts that were refused, so that rules that
 *   look at several records can still find what is wrong in the rest
 */
export function validate<K extends Kind>(
  kind: K,
  file: string,
  yaml: YamlFile,
): { value: Draft<RecordOf[K]>; problems: Problem[] } {
  const { schema, name } = kinds[kind];
  const result = schema.safeParse(yaml.value, { reportInput: true });
  if (result.success) return { value: result.data as Draft<RecordOf[K]>, problems: [] };

  const explanations = result.error.issues.flatMap((issue) => explainIssue(issue, schema, name));
  const refused = result.error.issues.flatMap((issue) => refusals(issue));
  return {
    value: without(yaml.value, refused) as Draft<RecordOf[K]>,
    problems: withoutTwins(explanations).map((explanation) => problemAt(explanation, file, yaml)),
  };
}

/** A field whose name is misspelt is not told as missing too. */
function withoutTwins(explanations: readonly Explanation[]): Explanation[] {
  const meant = new Set(explanations.map((explanation) => explanation.meant?.join('/')));
  return explanations.filter(
    ({ missing }) => missing === undefined || !meant.has(missing.join('/')),
  );
}

function problemAt(
  { path, about, message, why, advice }: Explanation,
  file: string,
  yaml: YamlFile,
): Problem {
  const place = about === 'key' ? yaml.placeOfKey(path) : yaml.placeOf(path);
  return { rule: 'schema', severity: 'error', file, ...place, message, why, advice };
}

/** A part of a value that was refused. */
interface Refused {
  path: PropertyKey[];
  /** Whether the part is refused for its shape. A rule over its fields leaves the fields sound. */
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
  const here = refused.filter(({ path }) => path.length > 0);
  if (Array.isArray(value)) return value.map((item, index) => part(item, index, here));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, part(item, key, here)]),
    );
  }
  return value;
}

function part(item: unknown, step: PropertyKey, refused: readonly Refused[]): unknown {
  const below = refused
    .filter(({ path }) => path[0] === step)
    .map(({ path, whole }) => ({ path: path.slice(1), whole }));
  const isList = typeof item === 'object' && item !== null;
  if (below.some(({ path, whole }) => path.length === 0 && (whole || !isList))) return undefined;
  return below.length === 0 ? item : without(item, below);
}
