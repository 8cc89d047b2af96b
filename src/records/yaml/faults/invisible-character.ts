import type { Words } from '../../rule.ts';
import type { FaultRule } from './fault.ts';

const invisible =
  /[\u200B\u200E\u200F\u061C\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069\u2028\u2029\uFFFE\uFFFF\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\r(?!\n)|\p{Cs}/u;

export const invisibleCharacter: FaultRule = {
  name: 'invisible-character',
  about: 'There are no characters that nobody can see.',
  inSilence: invisible,
  *find({ line: { text } }) {
    const match = invisible.exec(text);
    if (match !== null) yield { column: match.index + 1, length: 1, ...invisibleWords(text) };
  },
};

/** Whether a text holds such a character, also one that was written as a code such as \u200B. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}

/** What to say of a text that holds such a character. */
export function invisibleWords(text: string): Words {
  const code = invisible.exec(text)?.[0].codePointAt(0) ?? 0;
  return {
    message: `There is a character here that nobody can see (U+${code.toString(16).toUpperCase().padStart(4, '0')}).`,
    why: 'It came along with a copied text. Names and words with it in them are not found.',
    advice: `Delete this part and type it again:  ${text.replaceAll(new RegExp(invisible, 'gu'), '').replaceAll(/\s+/g, ' ').trim()}`,
  };
}
