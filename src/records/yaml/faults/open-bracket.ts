import { linesWithin } from '../lines.ts';
import type { FaultRule } from './fault.ts';
import { startsOddly } from './odd-start.ts';

export const openBracket: FaultRule = {
  name: 'open-bracket',
  about: 'Each square bracket that is opened is closed.',
  *find({ line: { inside, key, value, valueColumn, number }, lines }) {
    if (inside !== undefined || !value.startsWith('[')) return;
    const whole = [value, ...linesWithin(lines, number, 'brackets').map(({ text }) => text)].join(
      ' ',
    );
    const opened = whole.split('[').length;
    const closed = whole.split(']').length;
    if (opened === closed) {
      const rest = /\]\s*([^\s#].*)$/.exec(value)?.[1];
      if (rest === undefined || value.startsWith('[[')) return;
      yield startsOddly(key, value, valueColumn, '[');
    }
    const items = value.replaceAll(/[[\]]/g, '').replace(/,\s*$/, '').trim();
    yield {
      column: valueColumn + 1,
      length: value.length,
      message:
        opened > closed
          ? 'A square bracket is opened here and not closed.'
          : 'There is one closing bracket too many here.',
      advice: `Write  ${key === undefined ? '- ' : `${key}: `}[${items}]`,
    };
  },
};
