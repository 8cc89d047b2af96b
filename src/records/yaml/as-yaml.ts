import { stringify } from 'yaml';

/** A text on one line as it is typed in a record: in quotation marks only where YAML needs them. */
export function asYaml(text: string): string {
  return stringify(text.replaceAll(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();
}

/** A field and its text, ready to type: `title: "Carers: a plan"`. */
export function asField(key: string, text: string): string {
  return `${key}: ${asYaml(text)}`;
}
