import { endOfQuotation } from '../lines.ts';
import { typed, type FaultRule } from './fault.ts';

/** Straight quotation marks around a text that end it too early. */
export const closedTooEarly: FaultRule = {
  severity: 'error',
  find({ inside, key, value, valueColumn }) {
    if (inside !== undefined || !/^["']/.test(value)) return undefined;
    const mark = value[0]!;
    const end = endOfQuotation(mark, value.slice(1));
    if (end === undefined) return undefined;
    const rest = value.slice(end + 2).trim();
    if (rest === '' || rest.startsWith('#')) return undefined;
    return {
      column: valueColumn + 1,
      length: value.length,
      message: 'The quotation marks in this text end it too early.',
      why: `The text is taken to end at the second ${mark} and something follows.`,
      advice: `Use curly marks inside the text:  ${typed(key, curly(value))}`,
    };
  },
};

/** A straight quotation mark before a text, and none after it. */
export const notClosed: FaultRule = {
  severity: 'error',
  find({ inside, key, value, valueColumn, number }, { lines }) {
    if (inside !== undefined || !/^["']/.test(value)) return undefined;
    const mark = value[0]!;
    if (endOfQuotation(mark, value.slice(1)) !== undefined) return undefined;
    const below = lines.slice(number);
    const end = below.findIndex((line) => line.inside !== 'quotes');
    const more = below.slice(0, end === -1 ? undefined : end);
    if (more.some((line) => endOfQuotation(mark, line.text) !== undefined)) return undefined;
    return {
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
