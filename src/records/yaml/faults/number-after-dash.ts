import { lineAbove } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const numberAfterDash: FaultRule = {
  name: 'number-after-dash',
  about: 'A report names an action by its number and a colon, without a dash.',
  *find({ line, lines }) {
    const { dashed, key, body, indent, column, number, inside } = line;
    const next = lines[number];
    if (!dashed || inside || key !== undefined || next?.key === undefined) return;
    const named = /^(["']?)([a-z]*\d[\w.-]*)\1$/i.exec(body)?.[2];
    if (named === undefined || next.dashed || next.column <= indent) return;
    const above = lineAbove(lines, number, (other) => other.body !== '' && other.indent < indent);
    if (above?.key !== 'actions') return;
    const end = lines.findIndex(
      (other) => other.number > number && other.body !== '' && other.indent <= indent,
    );
    yield {
      column: column + 1,
      length: body.length,
      lastLine: end === -1 ? lines.length : end,
      message: 'This action has a dash before its number, and no colon after it.',
      advice: `Take the dash out, and type a colon:\n  "${named}":\n    ${next.body}`,
    };
  },
};
