import type { FaultRule } from './fault.ts';

const fence = /^[ \t]*(?:`{3,}|~{3,}(?!~))[^`\n]*$/m;

export const codeFence: FaultRule = {
  name: 'code-fence',
  about: 'The marks of an example, such as ```, are not part of a record.',
  inSilence: fence,
  *find({ line: { text, inside } }) {
    if (inside === 'block' || !fence.test(text)) return;
    yield {
      column: text.length - text.trimStart().length + 1,
      length: text.trim().length,
      message: 'This line came along with a copied text, and is not part of the record.',
      advice: 'Take the line out.',
    };
  },
};
