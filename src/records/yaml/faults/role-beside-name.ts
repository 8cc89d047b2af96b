import type { FaultRule } from './fault.ts';

/** A role below an organisation that stands in the list by its bare name. */
export const roleBesideName: FaultRule = {
  severity: 'error',
  find({ inside, key, value, column, body, opener }) {
    if (inside !== 'text' || key !== 'role' || opener === undefined) return undefined;
    if (!opener.dashed || opener.key !== undefined || opener.column !== column) return undefined;
    const space = ' '.repeat(opener.indent);
    return {
      column: column + 1,
      length: body.length,
      message: `“${opener.body}” has a role below it, so its own line needs the name of a field too.`,
      advice: `Write\n${space}- organisation: ${opener.body}\n${space}  role: ${value}`,
    };
  },
};
