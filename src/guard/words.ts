import { stringify } from 'yaml';

/** Any value of a record as YAML on one line: `[council, {organisation: trust, role: partner}]`. */
export function inYaml(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 });
  return text.trimEnd().replace(/^\[ (.*) \]$/s, '[$1]');
}
