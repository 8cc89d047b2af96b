import { typed, type FaultRule } from './fault.ts';

export const cutText: FaultRule = {
  name: 'cut-text',
  about: 'A # after a space starts a note, so a text that holds one has quotation marks around it.',
  severity: 'warning',
  inSilence: / #[^\s]/,
  *find({ line: { inside, value, text, key } }) {
    if ((inside !== undefined && inside !== 'text') || /^["'|>[{]/.test(value)) return;
    const at = / #[^\s#]/.exec(text)?.index;
    if (at === undefined || text.trimStart().startsWith('#')) return;
    yield {
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
