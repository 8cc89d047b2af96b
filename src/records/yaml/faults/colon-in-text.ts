import { asField } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

/** A colon that makes the words before it look like the name of a field. */
export const colonInText: FaultRule = {
  severity: 'error',
  find({ inside, key, value, valueColumn, body, column, opener }) {
    if (inside === 'text' && key !== undefined && opener?.column !== column) {
      return {
        column: column + body.indexOf(':') + 1,
        length: 1,
        message:
          'This text runs over several lines and holds a colon, so it looks like the name of a field.',
        advice: `Start the text on a line of its own, after a mark that says so:\n${opener?.key ?? 'text'}: >-\n  ${opener?.value ?? ''}\n  ${body}`,
      };
    }
    if (inside !== undefined || key === undefined || /^["'[{|>]/.test(value)) return undefined;
    const at = /:(?=\s|$)/.exec(value.replace(/ #.*$/, ''))?.index;
    if (at === undefined) return undefined;
    return {
      column: valueColumn + 1,
      length: value.length,
      message: 'This text holds a colon, so it looks like the name of a field.',
      advice: `Put quotation marks around the whole text:  ${asField(key, value.replaceAll(/^“|”$/g, ''))}`,
    };
  },
};
