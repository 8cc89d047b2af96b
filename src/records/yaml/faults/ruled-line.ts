import type { FaultRule } from './fault.ts';

const ruled = /^\s*(?:-{4,}|={3,}|\*{3,}|_{3,})\s*$/m;

/** A line of dashes or stars, drawn to part what is above from what is below. */
export const ruledLine: FaultRule = {
  severity: 'error',
  inSilence: ruled,
  find({ text, inside }) {
    if (inside === 'block' || !ruled.test(text)) return undefined;
    return {
      column: text.length - text.trimStart().length + 1,
      length: text.trim().length,
      message: 'A ruled line has no meaning in a record.',
      advice: 'Take the line out. A note of your own starts with # and a space.',
    };
  },
};
