import type { FaultRule } from './fault.ts';

const folded = /^>[-+0-9]*\s*(?:#.*)?$/;
const bullet = /^ *(?:-|\(?(?:\d{1,3}|[a-z])[.)]) +\S/;

export const foldedList: FaultRule = {
  name: 'folded-list',
  about: 'A text that holds a list starts with |- and not with >-, which makes one line of it.',
  // A folded text with a dash or a number at the start of one of its lines.
  inSilence:
    /^(?<fold> *)(?! )(?:[- ]*"[^"\n]*" *|[- ]*'[^'\n]*' *|[^:#\n]*): +>[-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n(?:\k<fold> +\S[^\n]*\n|[ \t\r]*\n)*?\k<fold> +(?:-|\(?(?:\d{1,3}|[a-z])[.)]) +\S/m,
  *find({ line, lines }) {
    const { inside, opener, text } = line;
    if (inside !== 'block' || opener?.key === undefined || !folded.test(opener.value)) return;
    if (!bullet.test(text)) return;
    // Told at its first entry. Lines are numbered from 1.
    for (let above = line.number - 1; above > opener.number; above--) {
      if (bullet.test(lines[above - 1]!.text)) return;
    }
    const end = lines.findIndex(
      ({ number, opener: other }) => number > opener.number && other !== opener,
    );
    const block = lines.slice(opener.number, end === -1 ? undefined : end);
    const indent = block.find((other) => other.text.trim() !== '')?.indent;
    const bullets = block.filter(
      (other, place) =>
        // Lines that are indented further stay as they are.
        other.indent === indent &&
        bullet.test(other.text) &&
        [block[place - 1], block[place + 1]].some((next) => next && next.text.trim() !== ''),
    );
    // One line may start with a dash because a sentence holds one.
    if (bullets.length < 2) return;
    yield {
      column: line.indent + 1,
      length: 1,
      message: 'The entries of this list would run together in one line.',
      why: 'After >- all lines of a text become one.',
      advice: `Start the text with |- in line ${opener.number}:  ${opener.key}: |-`,
    };
  },
};
