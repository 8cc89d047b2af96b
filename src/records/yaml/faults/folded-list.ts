import type { Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

const folded = /^>[-+0-9]*\s*(?:#.*)?$/;
const bullet = /^ *- +\S/;

export const foldedList: FaultRule = {
  name: 'folded-list',
  about: 'A text that holds a list starts with |- and not with >-, which makes one line of it.',
  inSilence: /^[^\n#]*: +>[-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n(?:[^\n]*\n)*? +- /m,
  *find({ line, lines }) {
    const { inside, opener, text } = line;
    if (inside !== 'block' || opener?.key === undefined || !folded.test(opener.value)) return;
    if (!bullet.test(text)) return;
    const block = lines.filter((other) => other.opener === opener);
    const bullets = block.filter((other) => bullet.test(other.text) && isFolded(other, block));
    // One line may start with a dash because a sentence holds one.
    if (bullets.length < 2 || bullets[0] !== line) return;
    yield {
      column: line.indent + 1,
      length: 1,
      message: 'The entries of this list would run together in one line.',
      why: 'After >- all lines of a text become one.',
      advice: `Start the text with |- in line ${opener.number}:  ${opener.key}: |-`,
    };
  },
};

/** Whether a line is joined to those around it: lines that are moved in further stay as they are. */
function isFolded(line: Line, block: readonly Line[]): boolean {
  const first = block.find(({ text }) => text.trim() !== '')!;
  const place = block.indexOf(line);
  const neighbours = [block[place - 1], block[place + 1]];
  return (
    line.indent === first.indent &&
    neighbours.some((other) => other !== undefined && other.text.trim() !== '')
  );
}
