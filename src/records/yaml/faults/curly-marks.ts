import { typed, type FaultRule } from './fault.ts';

/** Curly quotation marks around a whole text, which become part of it. */
export const curlyMarks: FaultRule = {
  severity: 'warning',
  inSilence: /(?:^|[:-] )\s*“[^“”\n]*”\s*$/m,
  find({ inside, key, value, valueColumn }) {
    const match = inside === undefined ? /^“([^“”]*)”$/.exec(value) : null;
    if (match === null) return undefined;
    return {
      column: valueColumn + 1,
      length: value.length,
      message: 'The curly quotation marks around this text become part of it.',
      why: 'Only straight marks (") are taken for marks around a text.',
      advice: `Unless they are meant, write  ${typed(key, match[1]!)}`,
    };
  },
};
