import { type Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const secondRecord: FaultRule = {
  name: 'second-record',
  about: 'There is one record in a file.',
  inSilence: /^---/m,
  *find({ line: { text, number, inside }, lines }) {
    if (!/^(?:---|\.\.\.)(?:\s|$)/.test(text) || inside === 'block') return;
    if (text.startsWith('---') && number <= firstSaid(lines)) return;
    const last = number >= lastSaid(lines);
    yield {
      column: 1,
      length: 3,
      message: `A line with only “${text.slice(0, 3)}” ends the record.`,
      why: last ? 'Nothing comes after it.' : 'What stands below it would be lost.',
      advice: last
        ? 'Take the line out.'
        : 'Take the line out. If a second record begins here, move it to a file of its own.',
    };
  },
};

const firsts = new WeakMap<readonly Line[], number>();
const lasts = new WeakMap<readonly Line[], number>();

/** The number of the first line that says something. */
function firstSaid(lines: readonly Line[]): number {
  const first = firsts.get(lines) ?? lines.find((line) => !isBlank(line))?.number ?? Infinity;
  firsts.set(lines, first);
  return first;
}

/** The number of the last line that says something. */
function lastSaid(lines: readonly Line[]): number {
  const last = lasts.get(lines) ?? lines.findLast((line) => !isBlank(line))?.number ?? 0;
  lasts.set(lines, last);
  return last;
}

function isBlank({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}
