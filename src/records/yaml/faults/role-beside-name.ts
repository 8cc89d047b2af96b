import type { FaultRule } from './fault.ts';

export const roleBesideName: FaultRule = {
  name: 'role-beside-name',
  about: 'A lead with a role has a field for its name too.',
  *find({ line: { inside, key, value, column, body, opener } }) {
    if (inside !== 'text' || key !== 'role' || opener === undefined) return;
    if (!opener.dashed || opener.key !== undefined || opener.column !== column) return;
    const space = ' '.repeat(opener.indent);
    yield {
      column: column + 1,
      length: body.length,
      message: `“${opener.body}” has a role below it, so its own line needs the name of a field too.`,
      advice: `Write\n${space}- organisation: ${opener.body}\n${space}  role: ${value}`,
    };
  },
};
