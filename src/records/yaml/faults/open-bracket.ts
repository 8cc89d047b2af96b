import { linesWithin, type Line } from '../lines.ts';
import { typed, type FaultRule } from './fault.ts';
import { startsOddly } from './odd-start.ts';

export const openBracket: FaultRule = {
  name: 'open-bracket',
  about: 'Each square bracket that is opened is closed, with one comma between its entries.',
  *find({ line, lines, fields }) {
    const { inside, key, value, valueColumn } = line;
    if (inside !== undefined || !value.startsWith('[')) return;
    const whole = bracketed(line, lines, fields);
    const opened = whole.split('[').length;
    const closed = whole.split(']').length;
    const place = { column: valueColumn + 1, length: value.length };
    const advice = `Write  ${key === undefined ? '- ' : `${key}: `}[${entriesOf(whole).join(', ')}]`;
    if (opened === closed) {
      const rest = /\]\s*([^\s#].*)$/.exec(value)?.[1];
      if (rest !== undefined && !value.startsWith('[[')) {
        yield startsOddly(key, value, valueColumn, '[');
      }
      if (/["']\s+["']/.test(whole)) {
        yield { ...place, message: 'A comma is missing between two entries of this list.', advice };
      }
      if (!/,\s*,/.test(whole)) return;
      yield { ...place, message: 'There are two commas here with nothing between them.', advice };
    }
    yield {
      ...place,
      message:
        opened > closed
          ? 'A square bracket is opened here and not closed.'
          : 'There is one closing bracket too many here.',
      advice,
    };
  },
};

export const openBrace: FaultRule = {
  name: 'open-brace',
  about: 'Each curly bracket that is opened is closed.',
  *find({ line, lines, fields }) {
    const { inside, key, value, valueColumn, column } = line;
    if (inside !== undefined || key === undefined || !value.startsWith('{')) return;
    const whole = bracketed(line, lines, fields);
    if (whole.split('{').length <= whole.split('}').length) return;
    const within = entriesOf(whole, /,(?=\s*["']?[A-Za-z_]+["']?\s*:)/).map((entry) =>
      /^["']?([A-Za-z_]+)["']?\s*:\s*(.+)$/.exec(entry),
    );
    const space = ' '.repeat(column + 2);
    yield {
      column: valueColumn + 1,
      length: value.length,
      message: 'A curly bracket is opened here and not closed.',
      advice: within.includes(null)
        ? 'Write the fields without brackets, each on a line of its own and indented by two spaces.'
        : `Write the fields without brackets, each on a line of its own:\n${key}:\n${within.map((field) => `${space}${typed(field![1]!, unquoted(field![2]!))}`).join('\n')}`,
    };
  },
};

/** What a bracket begins: up to the next field, which the bracket may have swallowed. */
function bracketed(line: Line, lines: readonly Line[], fields: ReadonlySet<string>): string {
  const within = linesWithin(lines, line.number, 'brackets');
  const end = within.findIndex(({ key }) => key !== undefined && fields.has(key.toLowerCase()));
  const own = end < 0 ? within : within.slice(0, end);
  return [line.value, ...own.map(({ text }) => text.trim())].join(' ');
}

function entriesOf(whole: string, between = /,|(?<=["'])\s+(?=["'])/): string[] {
  return whole
    .replaceAll(/[[\]]|^\{|\}\s*$/g, '')
    .split(between)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
