import { withSchemaLine } from '../records/schema-line.ts';
import type { ReportRecord } from '../schema/report.ts';
import { asBlock } from './as-block.ts';

/**
 * The text of a report’s record, in the style of the records.
 *
 * @param path of the record in the data folder
 * @param notes for editors, by the action above whose lines they are put
 */
export function reportText(
  path: string,
  { source, ...report }: ReportRecord,
  notes: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  const { actions, corrections, ...head } = report;
  const text = asBlock({
    ...head,
    ...(source && {
      source: {
        ...source,
        // As a text it would be put in quotation marks.
        ...(source.not_published && { not_published: true }),
      },
    }),
    actions,
    ...(corrections && { corrections }),
  });
  const lines = text.split('\n').flatMap((line) => {
    const reference = /^ {2}"?([^\s":]+)"?:$/.exec(line)?.[1];
    const above = reference === undefined ? [] : (notes.get(reference) ?? []);
    return [...above.map((note) => `  ${note}`), line];
  });
  return withSchemaLine(path, lines.join('\n'));
}
