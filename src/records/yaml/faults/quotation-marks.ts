import { asField } from '../as-yaml.ts';
import { endOfQuotation, linesWithin } from '../lines.ts';
import { typed, type FaultRule } from './fault.ts';

export const closedTooEarly: FaultRule = {
  name: 'closed-too-early',
  about: 'Straight quotation marks around a text do not end before it does.',
  *find({ line: { inside, key, value, valueColumn, column, body } }) {
    if (inside !== undefined || !/^["']/.test(value)) return;
    const mark = value[0]!;
    const end = endOfQuotation(mark, value.slice(1));
    if (end === undefined) return;
    const rest = value.slice(end + 2).trim();
    if (rest === '' || rest.startsWith('#')) return;
    if (rest === ',' && key !== undefined) {
      yield {
        column: column + body.lastIndexOf(',') + 1,
        length: 1,
        message: 'There is a comma after the closing quotation mark.',
        advice: `Take it out:  ${asField(key, value.slice(1, end + 1))}`,
      };
    }
    yield {
      column: valueColumn + 1,
      length: value.length,
      message: 'The quotation marks in this text end it too early.',
      why: `The text is taken to end at the second ${mark} and something follows.`,
      advice: `Use curly marks inside the text:  ${typed(key, curly(value))}`,
    };
  },
};

export const notClosed: FaultRule = {
  name: 'not-closed',
  about: 'Each quotation mark that is opened is closed.',
  *find({ line: { inside, key, value, valueColumn, number }, lines }) {
    if (inside !== undefined || !/^["']/.test(value)) return;
    const mark = value[0]!;
    if (endOfQuotation(mark, value.slice(1)) !== undefined) return;
    const more = linesWithin(lines, number, 'quotes');
    if (more.some((line) => endOfQuotation(mark, line.text) !== undefined)) return;
    yield {
      column: valueColumn + 1,
      length: value.length,
      message: 'A quotation mark is opened here and not closed.',
      advice:
        more.length > 0
          ? 'Put the same mark at the end of the text, or take this one out.'
          : `Put the same mark at the end of the text, or take this one out:  ${typed(key, value.slice(1))}`,
    };
  },
};

/** The text of a value with its straight marks turned into curly ones. */
function curly(value: string): string {
  const mark = value[0]!;
  const outer = value.length > 1 && value.endsWith(mark) ? value.slice(1, -1) : value;
  return outer
    .replaceAll(/(?<=\p{L})'/gu, '’')
    .replaceAll(/"([^"]*)"/g, '“$1”')
    .replaceAll(/'([^']*)'/g, '‘$1’')
    .replaceAll("'", '’')
    .replaceAll('"', '');
}
