import type { FaultRule } from './fault.ts';

const space = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;

export const wideSpace: FaultRule = {
  name: 'wide-space',
  about: 'The spaces around names and dashes are ordinary ones, not those of web pages or Word.',
  inSilence: space,
  *find({ line: { text, inside, column, key, body } }) {
    if (inside === 'block' || inside === 'quotes') return;
    const match = space.exec(text);
    if (match === null) return;
    const before = text.slice(0, match.index);
    const structural =
      /^\s*(?:-\s*)*$/.test(before) ||
      /^\s*(?:- +(?! ))*[\w ]*:?$/.test(before.slice(column) || before);
    if (!structural || (key !== undefined && match.index > column + body.indexOf(':'))) return;
    yield {
      column: match.index + 1,
      length: 1,
      message:
        'The space here is not an ordinary space, but one copied from a web page or from Word.',
      why: 'It looks the same, but a record only works with ordinary spaces.',
      advice: 'Delete it and press the space bar instead.',
    };
  },
};
