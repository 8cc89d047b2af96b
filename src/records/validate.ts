import type { Explanation } from './explain/explanation.ts';
import { holdAgainst } from './hold-against.ts';
import { kinds } from '../schema/kinds.ts';
import type { Problem } from './problem.ts';
import type { Draft, Kind, RecordOf } from './records.ts';
import type { YamlFile } from './yaml/yaml-file.ts';

/**
 * Checks what a file says against the schema of its kind.
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
  const { explanations, value } = holdAgainst(schema, yaml.value, name);
  return {
    value: value as Draft<RecordOf[K]>,
    problems: explanations.map((explanation) => problemAt(explanation, file, yaml)),
  };
}

function problemAt(
  { path, about, message, why, advice }: Explanation,
  file: string,
  yaml: YamlFile,
): Problem {
  const place = about === 'key' ? yaml.placeOfKey(path) : yaml.placeOf(path);
  return { rule: 'schema', severity: 'error', file, ...place, message, why, advice };
}
