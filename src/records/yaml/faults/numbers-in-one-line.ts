import { isNextLabel } from '../../../domain/list-labels.ts';
import type { FaultRule } from './fault.ts';

const label = /^\(?(\d{1,3}|[a-z])[.)] +\S/;

export const numbersInOneLine: FaultRule = {
  name: 'numbers-in-one-line',
  about: 'A text with a numbered list in it starts with |-, or its lines become one.',
  inSilence: /^ +\(?(?:\d{1,3}|[a-z])[.)] +\S/m,
  *find({ line, lines }) {
    const { key, value, inside, number, valueColumn } = line;
    if (key === undefined || inside !== undefined || value === '') return;
    const end = lines.findIndex((other) => other.number > number && other.opener !== line);
    const below = lines.slice(number, end === -1 ? undefined : end);
    const last = below.at(-1);
    if (last === undefined || !['text', 'quotes'].includes(String(last.inside))) return;
    const quoted = last.inside === 'quotes';
    const text = [value, ...below.map(({ body, dashed }) => (dashed ? `- ${body}` : body))];
    const whole = text.join('\n').trimEnd();
    const bare = (quoted ? whole.slice(1, -1) : whole).split('\n');
    const labels = bare.flatMap((each) => label.exec(each)?.[1] ?? []);
    if (!labels.some((one, at) => isNextLabel(one, labels[at + 1]))) return;
    const indent = ' '.repeat(line.column + 2);
    yield {
      column: valueColumn + 1,
      length: value.length,
      lastLine: last.number,
      message: 'The entries of this list would run together in one line.',
      advice: `Start the text with |- and indent each of its lines:\n${' '.repeat(line.column)}${key}: |-\n${bare.map((each) => `${indent}${each}`).join('\n')}`,
    };
  },
};
