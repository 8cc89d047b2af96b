import type { FaultRule } from './fault.ts';

/** A text below its field that starts as far left as the field. */
export const textNotMovedIn: FaultRule = {
  severity: 'error',
  find({ number, key, body, column, dashed, inside }, { lines }) {
    const above = lines[number - 2];
    if (inside || key !== undefined || dashed || above?.key === undefined) return undefined;
    if (!/^[|>][-+]?$/.test(above.value) || body === '' || column > above.column) return undefined;
    return {
      column: column + 1,
      length: body.length,
      message: `This is the text of “${above.key}”, and it is not moved in.`,
      advice: `Put two spaces before each of its lines:\n${' '.repeat(above.column)}${above.key}: ${above.value}\n${' '.repeat(above.column + 2)}${body}`,
    };
  },
};
