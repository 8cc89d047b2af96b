import type { FaultRule } from './fault.ts';

/** A line that nothing above it explains. */
export const lineWithoutField: FaultRule = {
  severity: 'error',
  find({ inside, key, body, column, dashed, number, openColumns }, { lines }) {
    if (inside !== undefined || key !== undefined || dashed || body === '' || body.startsWith('#'))
      return undefined;
    const above = lines.findLast((line) => line.number < number && line.body !== '');
    if (number > 1 && column > 0 && !openColumns.includes(column) && above?.value === '')
      return undefined;
    const longer = above?.opener ?? above;
    const belongs = longer?.key !== undefined && longer.value !== '' && longer.column >= column;
    return {
      column: column + 1,
      length: body.length,
      message: 'This line has no name of a field and no dash before it.',
      advice: belongs
        ? `If it belongs to the text of “${longer.key!}” above, move it in by ${longer.column + 2} spaces:\n${' '.repeat(longer.column + 2)}${body}`
        : 'A field is written as a name, a colon, a space and its text, such as  title: Our promise',
    };
  },
};
