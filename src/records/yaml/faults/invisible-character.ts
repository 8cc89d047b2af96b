import type { FaultRule } from './fault.ts';

const invisible =
  /[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069\u2028\u2029\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\r(?!\n)/;

export const invisibleCharacter: FaultRule = {
  name: 'invisible-character',
  about: 'There are no characters that nobody can see.',
  inSilence: invisible,
  *find({ line: { text } }) {
    const match = invisible.exec(text);
    if (match === null) return;
    const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    yield {
      column: match.index + 1,
      length: 1,
      message: `A character that nobody can see stands here (U+${code}).`,
      why: 'It came along with a copied text. Names and words with it in them are not found.',
      advice: `Delete this part and type it again:  ${text.replaceAll(new RegExp(invisible, 'g'), '').trim()}`,
    };
  },
};
