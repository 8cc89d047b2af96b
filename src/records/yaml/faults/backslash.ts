import type { FaultRule } from './fault.ts';

/** What may come after a backslash (YAML 1.2.2, 5.7). */
const meaning = /[\\"/abefnrtv0xuUNLP_ \t]/;

export const backslash: FaultRule = {
  name: 'backslash',
  about: 'A text with a backslash in it has single quotation marks around it, or none.',
  *find({ line: { inside, key, value, valueColumn } }) {
    if (inside !== undefined || !value.startsWith('"')) return;
    const codes = [...value.matchAll(/\\(.)/gu)];
    const at = codes.find(([, letter]) => !meaning.test(letter!))?.index;
    if (at === undefined) return;
    const text = value.replaceAll(/^"|"$/g, '').replaceAll("'", "''");
    yield {
      column: valueColumn + at + 1,
      length: 2,
      message: 'A backslash between double quotation marks has a special meaning.',
      advice: `Use single quotation marks around the text:  ${key === undefined ? '- ' : `${key}: `}'${text}'`,
    };
  },
};
