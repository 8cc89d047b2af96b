import type { FaultRule } from './fault.ts';

/** A backslash in a text between double quotation marks. */
export const backslash: FaultRule = {
  severity: 'error',
  find({ inside, key, value, valueColumn }) {
    if (inside !== undefined || !value.startsWith('"')) return undefined;
    const at = /\\(?:\\.)*[^\\"/abefnrtv0xuUNLP_ ]/.exec(value)?.index;
    if (at === undefined) return undefined;
    const text = value.replaceAll(/^"|"$/g, '').replaceAll("'", "''");
    return {
      column: valueColumn + at + 1,
      length: 2,
      message: 'A backslash between double quotation marks has a meaning of its own.',
      advice: `Use single quotation marks around the text:  ${key === undefined ? '- ' : `${key}: `}'${text}'`,
    };
  },
};
