import { lineAbove } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const lineWithoutField: FaultRule = {
  name: 'line-without-field',
  about: 'Each line starts with the name of a field or a dash, or goes on with a text.',
  *find({ line: { inside, key, body, column, dashed, number, openColumns }, lines }) {
    if (inside !== undefined || key !== undefined || dashed || body === '' || body.startsWith('#'))
      return;
    const above = lineAbove(lines, number, ({ body: said }) => said !== '');
    if (number > 1 && column > 0 && !openColumns.includes(column) && above?.value === '') return;
    const longer = above?.opener ?? above;
    const belongs = longer?.key !== undefined && longer.value !== '' && longer.column >= column;
    yield {
      column: column + 1,
      length: body.length,
      message: 'This line has no name of a field and no dash before it.',
      advice: belongs
        ? `If it belongs to the text of “${longer.key!}” above, indent it by ${longer.column + 2} spaces:\n${' '.repeat(longer.column + 2)}${body}`
        : 'A field is written as a name, a colon, a space and its text, such as  title: Our promise',
    };
  },
};
