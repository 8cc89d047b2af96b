import { typed, type FaultRule } from './fault.ts';

/** A “#” in a text, which ends it. */
export const cutText: FaultRule = {
  severity: 'warning',
  inSilence: / #[^\s]/,
  find({ inside, value, text, key }) {
    if ((inside !== undefined && inside !== 'text') || /^["'|>[{]/.test(value)) return undefined;
    const at = / #[^\s#]/.exec(text)?.index;
    if (at === undefined || text.trimStart().startsWith('#')) return undefined;
    return {
      column: at + 2,
      length: text.trimEnd().length - at - 1,
      message: 'The text ends here: “#” after a space starts a note that is not shown.',
      advice:
        inside === 'text'
          ? 'If it belongs to the text, put quotation marks around the whole text.'
          : `If it belongs to the text, put quotation marks around the whole:  ${typed(key, value)}`,
    };
  },
};
