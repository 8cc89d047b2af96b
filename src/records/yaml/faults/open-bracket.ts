import { linesWithin, type Line } from '../lines.ts';
import { typed, type FaultRule, type FieldSorts } from './fault.ts';
import { startsOddly } from './odd-start.ts';

export const openBracket: FaultRule = {
  name: 'open-bracket',
  about: 'Each square bracket that is opened is closed, with one comma between its entries.',
  *find({ line, lines, fields }) {
    const { inside, key, value, valueColumn } = line;
    if (inside !== undefined || !value.startsWith('[')) return;
    const within = linesOfBracket(line, lines, fields);
    const whole = joined(line, within);
    const opened = whole.split('[').length;
    const closed = whole.split(']').length;
    const place = { column: valueColumn + 1, length: value.length };
    const below = within.findIndex(({ dashed }) => dashed);
    if (below >= 0) {
      yield {
        ...place,
        message: 'A square bracket is opened here, and a list with dashes is below it.',
        why: 'A list has either brackets or dashes, not both.',
        advice: bothWays(line, within.slice(0, below), within.slice(below)),
      };
      return;
    }
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
    const whole = joined(line, linesOfBracket(line, lines, fields));
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
        ? 'Write the fields without brackets, each on a separate line and indented by two spaces.'
        : `Write the fields without brackets, each on a separate line:\n${key}:\n${within.map((field) => `${space}${typed(field![1]!, unquoted(field![2]!))}`).join('\n')}`,
    };
  },
};

/**
 * The lines below a bracket that belong to it: up to the next field, which it may have swallowed. What
 * is further in, below a dash, is a part of an entry.
 */
function linesOfBracket(line: Line, lines: readonly Line[], fields: FieldSorts): Line[] {
  const within = linesWithin(lines, line.number, 'brackets');
  const firstDash = within.findIndex(({ dashed }) => dashed);
  const end = within.findIndex(({ key, column }, index) => {
    if (key === undefined || !fields.has(key.toLowerCase())) return false;
    return column <= line.column || firstDash < 0 || index < firstDash;
  });
  const own = end < 0 ? within : within.slice(0, end);
  return own.filter(({ body }) => !body.startsWith('#'));
}

function joined(line: Line, within: readonly Line[]): string {
  return [line.value, ...within.map(({ text }) => text.trim())].join(' ');
}

/** An entry that is the same in brackets and after a dash. */
const plainEntry = /^[a-z][\w/.-]*$/i;

/** The list in brackets, and with dashes. Where an entry is not plain, it is an example. */
function bothWays(line: Line, inBrackets: readonly Line[], below: readonly Line[]): string {
  const listed = below.filter(({ body }) => !/^[\],\s]*$/.test(body));
  const all = [
    ...entriesOf(joined(line, inBrackets)),
    ...listed.map(({ body }) => body.replace(/[\],\s]+$/, '')),
  ];
  const isPlain =
    line.key !== undefined &&
    listed.every(({ dashed }) => dashed) &&
    all.every((entry) => plainEntry.test(entry));
  const entries = isPlain ? [...new Set(all)] : ['one', 'two'];
  const space = ' '.repeat(line.column);
  const name = line.key ?? 'leads';
  const example = isPlain ? '' : ', as in these examples';
  return [
    `Write the list on one line in brackets, or each entry on a separate line after a dash${example}:`,
    `${space}${name}: [${entries.join(', ')}]`,
    'or',
    `${space}${name}:`,
    ...entries.map((entry) => `${space}  - ${entry}`),
  ].join('\n');
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
