import type { Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

/** What an advice shows at the most. */
const mostLines = 12;

export const listWithoutDashes: FaultRule = {
  name: 'list-without-dashes',
  about: 'Each entry of a list starts with a dash.',
  // A text below the name of a field, without a colon. Where there are colons, YAML or the schema complains.
  inSilence: /^ *(?:- +)?[A-Za-z_]+:[ \t]*(?:#[^\n]*)?\r?\n +[\p{L}\d][^:\n]*$/mu,
  *find({ line, lines, fields }) {
    const { key, value, inside, column } = line;
    if (key === undefined || inside || fields.get(key) !== 'list' || !/^(?:#|$)/.test(value))
      return;
    const below = linesBelow(lines, line);
    const [first] = below;
    if (first === undefined || first.dashed || !/^[\p{L}\d]/u.test(first.body)) return;
    // A field that is indented further than the one above it looks like the rest of that one’s text.
    const isText = ({ inside: within, key: name = '' }: Line): boolean =>
      within !== undefined && !(within === 'text' && fields.has(name));
    const entries = first.key === undefined ? textsIn(below) : fieldsIn(below, first, isText);
    const isMixed = below.some(({ dashed }) => dashed);
    const shown = entries.flat().slice(0, mostLines);
    yield {
      column: column + 1,
      length: key.length,
      lastLine: below.at(-1)!.number,
      message: `“${key}” is a list, and ${isMixed ? 'not every entry has a dash' : entries.length === 1 ? 'its entry has no dash' : 'its entries have no dashes'}.`,
      advice: `Write it like this:\n${key}:\n${shown.join('\n')}${shown.length < entries.flat().length ? '\nand so on.' : ''}`,
    };
  },
};

/** The lines that are indented further than a field, without blank ones and notes. */
function linesBelow(lines: readonly Line[], field: Line): Line[] {
  const end = lines.findIndex(
    ({ number, body, indent }) => number > field.number && body !== '' && indent <= field.column,
  );
  return lines
    .slice(field.number, end === -1 ? undefined : end)
    .filter(({ body }) => body !== '' && !body.startsWith('#'));
}

/** Each line is an entry, but one that goes on with the sentence of the line above. */
function textsIn(lines: readonly Line[]): string[][] {
  const entries: string[] = [];
  for (const { body: typed, dashed } of lines) {
    const body = typed.replace(/^(?:\d{1,3}|[a-z])[.)]\s+/, '');
    const above = entries.at(-1);
    const goesOn = !dashed && /^\p{Ll}/u.test(body) && (above?.split(' ').length ?? 0) > 4;
    if (goesOn) entries.splice(-1, 1, `${above} ${body}`);
    else entries.push(body);
  }
  return entries.map((entry) => [`  - ${entry}`]);
}

/** An entry begins with each line that has the first field again. */
function fieldsIn(
  lines: readonly Line[],
  first: Line,
  isText: (line: Line) => boolean,
): string[][] {
  const entries: string[][] = [];
  // The lines after the first may have kept the two spaces that a dash would have needed.
  const indented = lines.find((line) => line !== first && !isText(line))?.indent ?? first.indent;
  for (const line of lines) {
    const { key, dashed, indent, body } = line;
    if (entries.length === 0 || (!isText(line) && (dashed || key === first.key))) {
      entries.push([`  - ${body}`]);
      continue;
    }
    const further = Math.max(isText(line) ? 2 : 0, indent - indented);
    entries.at(-1)!.push(`${' '.repeat(4 + further)}${body}`);
  }
  return entries;
}
