import { asField } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

export const colonInText: FaultRule = {
  name: 'colon-in-text',
  about: 'A text with a colon and a space in it has quotation marks around it.',
  *find({ line: { inside, key, value, valueColumn, body, column, opener } }) {
    if (inside === 'text' && key !== undefined && opener?.column !== column) {
      yield {
        column: column + body.indexOf(':') + 1,
        length: 1,
        message:
          'This text runs over several lines and holds a colon, so it looks like the name of a field.',
        advice: `Start the text on a separate line, after a mark that says so:\n${opener?.key ?? 'text'}: >-\n  ${opener?.value ?? ''}\n  ${body}`,
      };
    }
    if (inside !== undefined || key === undefined || /^["'[{|>]/.test(value)) return;
    const at = /:(?=\s|$)/.exec(value.replace(/ #.*$/, ''))?.index;
    if (at === undefined) return;
    yield {
      column: valueColumn + 1,
      length: value.length,
      message: 'This text holds a colon, so it looks like the name of a field.',
      advice: `Put quotation marks around the whole text:  ${asField(key, value.replaceAll(/^“|”$/g, ''))}`,
    };
  },
};
