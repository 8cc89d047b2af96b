import type { Words } from '../../rule.ts';
import type { FaultRule } from './fault.ts';

/** What joins the parts of an emoji, or says how one is drawn. */
const joiner = /[\u200C\u200D\uFE00-\uFE0F]/;
/** The flags of England, Scotland and Wales are a black flag and letters that nobody sees. */
const ofFlag = /(?<=[\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0020}-\u{E007F}]/u;
const invisible = new RegExp(
  [
    /[\u2028\u2029\u2800\uFFF9-\uFFFB\uFFFE\uFFFF\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/,
    /\r(?!\n)/,
    /\p{Cs}/u,
    // Among them are those that turn writing round, the soft hyphen and fillers in the place of letters.
    new RegExp(`(?!${joiner.source}|${ofFlag.source})\\p{Default_Ignorable_Code_Point}`, 'u'),
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

export const invisibleCharacter: FaultRule = {
  name: 'invisible-character',
  about: 'There are no invisible characters.',
  inSilence: invisible,
  *find({ line: { text } }) {
    const match = invisible.exec(text);
    if (match !== null) yield { column: match.index + 1, length: 1, ...invisibleWords(text) };
  },
};

/** Whether a text holds such a character, also one that was written as a code such as \u200B. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text) || isOnlyJoiners(text);
}

function isOnlyJoiners(text: string): boolean {
  return joiner.test(text) && text.replaceAll(new RegExp(joiner, 'g'), '').trim() === '';
}

/** What parts lines becomes a space, so that no two words become one. */
function withoutInvisible(text: string): string {
  return text
    .replaceAll(/[\u000B\u000C\r\u0085\u2028\u2029]/g, ' ')
    .replaceAll(new RegExp(invisible, 'gu'), '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What to say of a text that holds such a character. */
export function invisibleWords(text: string): Words {
  const [found = ''] = invisible.exec(text) ?? joiner.exec(text) ?? [];
  const code = found.codePointAt(0) ?? 0;
  return {
    message: `There is a character here that nobody can see (U+${code.toString(16).toUpperCase().padStart(4, '0')}).`,
    why: 'It came along with a copied text. Names and words that hold it are not found.',
    advice: `Delete this part and type it again:  ${withoutInvisible(text)}`,
  };
}
