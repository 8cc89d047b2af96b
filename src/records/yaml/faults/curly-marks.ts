import { typed, type FaultRule } from './fault.ts';

export const curlyMarks: FaultRule = {
  name: 'curly-marks',
  about: 'The quotation marks around a whole text are straight ones.',
  severity: 'warning',
  inSilence: /(?:^|[:-] )[ \t]*“[^“”\n]*”[ \t\r]*$/m,
  *find({ line: { inside, key, value, valueColumn } }) {
    const match = inside === undefined ? /^“([^“”]*)”$/.exec(value) : null;
    if (match === null) return;
    yield {
      column: valueColumn + 1,
      length: value.length,
      message: 'The curly quotation marks around this text become part of it.',
      why: 'Only straight marks (") count as quotation marks around a text.',
      advice: `Unless they are meant, write  ${typed(key, match[1]!)}`,
    };
  },
};
