import type { FaultRule } from './fault.ts';

const ruled = /^[ \t]*(?:-{4,}|={3,}|\*{3,}|_{3,})[ \t\r]*$/m;

export const ruledLine: FaultRule = {
  name: 'ruled-line',
  about: 'No lines of dashes or stars are drawn between parts.',
  inSilence: ruled,
  *find({ line: { text, inside } }) {
    if (inside === 'block' || !ruled.test(text)) return;
    yield {
      column: text.length - text.trimStart().length + 1,
      length: text.trim().length,
      message: 'A ruled line has no meaning in a record.',
      advice: 'Take the line out. A note of your own starts with # and a space.',
    };
  },
};
