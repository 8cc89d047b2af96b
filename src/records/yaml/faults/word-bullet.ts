import { asYaml } from '../as-yaml.ts';
import type { FaultRule } from './fault.ts';

const bullet = /^[•·▪●○◦‣–—∙*][ \t\u00A0]/;

export const wordBullet: FaultRule = {
  name: 'word-bullet',
  about: 'Entries of a list start with a dash, not with a bullet from Word.',
  inSilence: /^[ \t]*[•·▪●○◦‣–—∙*][ \t]/m,
  *find({ line, lines }) {
    const { text, inside, opener } = line;
    if (inside === 'block' || inside === 'quotes') return;
    const body = text.trimStart();
    if (!bullet.test(body)) return;
    // A dash within a text of several lines may be just that.
    const dash = /^[–—·]/.test(body);
    if (dash && inside === 'text' && opener !== undefined && !bullet.test(opener.body)) return;
    const rest = body.slice(1).trim();
    const column = text.length - body.length;
    const above = lines[line.number - 2];
    const indent = above?.key !== undefined && above.value === '' ? above.column + 2 : column;
    yield {
      column: column + 1,
      length: 1,
      message: `This line starts with a bullet (${body[0]!}), which does not make a list in a record.`,
      advice: `Type a dash and a space in its place:  ${' '.repeat(indent)}- ${asYaml(rest)}`,
    };
  },
};
