import type { FaultRule } from './fault.ts';

export const textNotIndented: FaultRule = {
  name: 'text-not-indented',
  about: 'A text below its field is indented by two spaces.',
  *find({ line: { number, key, body, column, dashed, inside }, lines }) {
    const above = lines[number - 2];
    if (inside || key !== undefined || dashed || above?.key === undefined) return;
    if (!/^[|>][-+]?$/.test(above.value) || body === '' || column > above.column) return;
    yield {
      column: column + 1,
      length: body.length,
      message: `This is the text of “${above.key}”, and it is not indented.`,
      advice: `Put two spaces before each of its lines:\n${' '.repeat(above.column)}${above.key}: ${above.value}\n${' '.repeat(above.column + 2)}${body}`,
    };
  },
};
