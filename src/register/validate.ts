import type { Explanation } from './explain-issue.ts';
import { explainIssue } from './explain-issue.ts';
import { kinds } from './kinds.ts';
import type { Problem } from './problem.ts';
import type { Draft, Kind, RecordOf } from './records.ts';
import type { YamlFile } from './yaml-file.ts';

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
  const refused = result.error.issues.map((issue) => issue.path);
  return {
    value: without(yaml.value, refused) as Draft<RecordOf[K]>,
    problems: explanations.map((explanation) => problemAt(explanation, file, yaml)),
  };
}

function problemAt(
  { path, about, message, advice }: Explanation,
  file: string,
  yaml: YamlFile,
): Problem {
  const place = about === 'key' ? yaml.placeOfKey(path) : yaml.placeOf(path);
  return { rule: 'schema', file, ...place, message, advice };
}

/** A copy of `value` in which everything at the given paths is undefined. */
function without(value: unknown, paths: readonly PropertyKey[][]): unknown {
  const here = paths.filter((path) => path.length > 0);
  if (Array.isArray(value)) return value.map((item, index) => part(item, index, here));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, part(item, key, here)]),
    );
  }
  return value;
}

function part(item: unknown, step: PropertyKey, paths: readonly PropertyKey[][]): unknown {
  const below = paths.filter((path) => path[0] === step).map((path) => path.slice(1));
  // A list or map is refused whole only for its shape; a rule over its fields leaves the fields sound.
  if (below.some((path) => path.length === 0) && (typeof item !== 'object' || item === null))
    return undefined;
  return below.length === 0 ? item : without(item, below);
}
