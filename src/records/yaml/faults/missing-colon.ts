import { asField } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

export const missingColon: FaultRule = {
  name: 'missing-colon',
  about: 'There is a colon after the name of each field.',
  *find({ line: { inside, key, body, column, dashed, indent, number }, lines, fields }) {
    if (inside !== undefined || key !== undefined) return;
    const match = /^["']?([\p{L}_]+)["']?(?:\s*([-–=]+>|→|:=|[=：;–-])\s*|\s+|$)(.*)$/u.exec(body);
    if (match === null || !fields.has(match[1]!.toLowerCase())) return;
    const [, name, sign, rest] = match;
    // An entry of a list may begin with any word: ‘- what can I claim’. Fields come in several lines.
    const next = lines[number];
    if (dashed && !sign && (next?.key === undefined || next.column !== column)) return;
    const lead = `${' '.repeat(indent)}${dashed ? '- ' : ''}`;
    yield {
      column: column + 1,
      length: name!.length,
      message: sign
        ? `“${name!}” is followed by “${sign}” and not by a colon.`
        : `The colon after “${name!}” is missing.`,
      advice: `Type a colon and a space after it:  ${lead}${rest === '' ? `${name!}:` : asField(name!, rest!)}`,
    };
  },
};
