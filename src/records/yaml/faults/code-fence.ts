import type { FaultRule } from './fault.ts';

const fence = /^\s*(?:`{3,}|~{3,})[^`]*$/m;

/** A line that marks the beginning or end of an example in a chat or a document, copied along with it. */
export const codeFence: FaultRule = {
  severity: 'error',
  inSilence: fence,
  find({ text, inside }) {
    if (inside === 'block' || !fence.test(text)) return undefined;
    return {
      column: text.length - text.trimStart().length + 1,
      length: text.trim().length,
      message: 'This line came along with a copied text, and is no part of the record.',
      advice: 'Take the line out.',
    };
  },
};
