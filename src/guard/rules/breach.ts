import type { FixedField } from '../../domain/fixed-parts.ts';
import type { Kind, Sourced } from '../../records/records.ts';
import { at, type Found, type Words } from '../../records/rule.ts';
import { asField } from '../../records/yaml/as-yaml.ts';

/** A breach at the name of a field, or at the record’s first line where the field is gone. */
export function atField(record: Sourced<Kind>, field: string, words: Words): Found {
  return field in record.value
    ? { file: record.file, ...record.placeOfKey([field]), ...words }
    : at(record, [], words);
}

/** How to say that a field was wrong from the start. */
export function howToCorrect(field: FixedField): string {
  return `If the record was wrong from the start, say so in the record:\ncorrections:\n  - date: 3 March 2024\n    ${asField('what', field)}\n    why: The plan itself says …`;
}

/**
 * How to report that something moved: the file to write, with the lines in it.
 *
 * @param action as `doncaster/2.1.2`
 * @param said the lines about the action
 */
export function asReport(action: string, said: readonly string[]): string {
  const [plan, reference] = action.split('/') as [string, string];
  return [
    `in a new file, such as data/plans/${plan}/reports/2023-06.yaml:`,
    'reported: June 2023',
    'actions:',
    `  "${reference}":`,
    ...said.map((line) => `    ${line}`),
  ].join('\n');
}
