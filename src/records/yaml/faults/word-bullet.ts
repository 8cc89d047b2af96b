import { asYaml } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

const bullet = /^[•·▪●○◦‣–—∙*][ \t\u00A0]/;

/** A bullet as Word makes it in place of a dash. */
export const wordBullet: FaultRule = {
  severity: 'error',
  inSilence: /^\s*[•·▪●○◦‣–—∙*][ \t]/m,
  find(line, { lines }) {
    const { text, inside, opener } = line;
    if (inside === 'block' || inside === 'quotes') return undefined;
    const body = text.trimStart();
    if (!bullet.test(body)) return undefined;
    // A dash within a text of several lines may be just that.
    const dash = /^[–—·]/.test(body);
    if (dash && inside === 'text' && opener !== undefined && !bullet.test(opener.body))
      return undefined;
    const rest = body.slice(1).trim();
    const column = text.length - body.length;
    const above = lines[line.number - 2];
    const indent = above?.key !== undefined && above.value === '' ? above.column + 2 : column;
    return {
      column: column + 1,
      length: 1,
      message: `This line starts with a bullet (${body[0]!}) that a record does not know.`,
      advice: `Type a dash and a space in its place:  ${' '.repeat(indent)}- ${asYaml(rest)}`,
    };
  },
};
