import { asField } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

/** The name of a field with another sign, or none, where its colon belongs. */
export const missingColon: FaultRule = {
  severity: 'error',
  find({ inside, key, body, column, dashed, indent }, { fields }) {
    if (inside !== undefined || key !== undefined) return undefined;
    const match = /^["']?([\p{L}_]+)["']?(?:\s*([=：;–-])\s*|\s+|$)(.*)$/u.exec(body);
    if (match === null || !fields.has(match[1]!.toLowerCase())) return undefined;
    const [, name, sign, rest] = match;
    const lead = `${' '.repeat(indent)}${dashed ? '- ' : ''}`;
    return {
      column: column + 1,
      length: name!.length,
      message: sign
        ? `After “${name!}” stands “${sign}” and not a colon.`
        : `The colon after “${name!}” is missing.`,
      advice: `Type a colon and a space after it:  ${lead}${rest === '' ? `${name!}:` : asField(name!, rest!)}`,
    };
  },
};
