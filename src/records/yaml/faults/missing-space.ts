import { asField } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

/** A dash with no space after it, which makes no entry of a list. */
export const noSpaceAfterDash: FaultRule = {
  severity: 'error',
  inSilence: /^\s*-[^\s-]/m,
  find({ text, indent, inside, opener }, { lines }) {
    if (inside === 'block' || inside === 'quotes' || inside === 'brackets') return undefined;
    const match = /^ *-([^\s-].*)$/.exec(text);
    if (match === null) return undefined;
    const inList = lines.some((line) => line.dashed && line.indent === indent && !line.inside);
    const afterKey = opener !== undefined && opener.value === '';
    const previous = lines.findLast((line) => line.key !== undefined && line.indent <= indent);
    if (!inList && !afterKey && inside === 'text' && !/^-[^\s-]/.test(opener!.body))
      return undefined;
    if (!inList && !afterKey && previous === undefined) return undefined;
    return {
      column: indent + 1,
      length: 2,
      message: 'There is no space after the dash.',
      why: 'Without it the line is not an entry of the list.',
      advice: `Type a space after it:  ${' '.repeat(indent)}- ${match[1]!.trim()}`,
    };
  },
};

/** A colon with no space after it, which makes no field. */
export const noSpaceAfterColon: FaultRule = {
  severity: 'error',
  inSilence: /^\s*(?:- +)?[A-Za-z_]+:[^\s/]/m,
  find({ inside, body, column, dashed, indent }, { fields }) {
    if (inside === 'block' || inside === 'quotes' || inside === 'brackets') return undefined;
    const match = /^([A-Za-z_]+):([^\s/].*)$/.exec(body);
    if (match === null || !fields.has(match[1]!.toLowerCase())) return undefined;
    const lead = `${' '.repeat(indent)}${dashed ? '- ' : ''}`;
    return {
      column: column + match[1]!.length + 1,
      length: 2,
      message: `There is no space after the colon of “${match[1]!}”.`,
      why: 'Without it the line is not a field.',
      advice: `Type a space after it:  ${lead}${asField(match[1]!, match[2]!)}`,
    };
  },
};
