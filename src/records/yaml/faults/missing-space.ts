import { asField } from '../as-yaml.ts';
import { knownOf } from '../../../domain/known-of.ts';
import type { Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const noSpaceAfterDash: FaultRule = {
  name: 'no-space-after-dash',
  about: 'There is a space after the dash of an entry.',
  inSilence: /^[ \t]*-[^\s-]/m,
  *find({ line: { text, indent, inside, opener }, lines }) {
    if (inside === 'block' || inside === 'quotes' || inside === 'brackets') return;
    const match = /^ *-([^\s-].*)$/.exec(text);
    if (match === null) return;
    const { entries, leastField } = margins(lines);
    const inList = entries.has(indent);
    const afterKey = opener !== undefined && opener.value === '';
    if (!inList && !afterKey && inside === 'text' && !/^-[^\s-]/.test(opener!.body)) return;
    if (!inList && !afterKey && indent < leastField) return;
    yield {
      column: indent + 1,
      length: 2,
      message: 'There is no space after the dash.',
      why: 'Without it the line is not an entry of the list.',
      advice: `Type a space after it:  ${' '.repeat(indent)}- ${match[1]!.trim()}`,
    };
  },
};

/** How far entries of lists are indented, and the field that is indented least. */
const margins = knownOf((lines: readonly Line[]) => ({
  entries: new Set(
    lines.filter(({ dashed, inside }) => dashed && !inside).map(({ indent }) => indent),
  ),
  leastField: lines.reduce(
    (least, { key, indent }) => (key === undefined ? least : Math.min(least, indent)),
    Infinity,
  ),
}));

export const noSpaceAfterColon: FaultRule = {
  name: 'no-space-after-colon',
  about: 'There is a space after the colon of a field.',
  inSilence: /^[ \t]*(?:- +)?[A-Za-z_]+:[^\s/]/m,
  *find({ line: { inside, body, column, dashed, indent }, fields }) {
    if (inside === 'block' || inside === 'quotes' || inside === 'brackets') return;
    const match = /^([A-Za-z_]+):([^\s/].*)$/.exec(body);
    if (match === null || !fields.has(match[1]!.toLowerCase())) return;
    const lead = `${' '.repeat(indent)}${dashed ? '- ' : ''}`;
    yield {
      column: column + match[1]!.length + 1,
      length: 2,
      message: `There is no space after the colon of “${match[1]!}”.`,
      why: 'Without it the line is not a field.',
      advice: `Type a space after it:  ${lead}${asField(match[1]!, match[2]!.replace(/^:+\s*/, ''))}`,
    };
  },
};
