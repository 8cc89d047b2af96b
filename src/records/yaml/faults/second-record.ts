import { knownOf } from '../../../domain/known-of.ts';
import type { Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const secondRecord: FaultRule = {
  name: 'second-record',
  about: 'There is one record in a file.',
  inSilence: /^---/m,
  *find({ line: { text, number, inside }, lines }) {
    if (!/^(?:---|\.\.\.)(?:\s|$)/.test(text) || inside === 'block') return;
    if (text.startsWith('---') && number <= said(lines).first) return;
    const last = number >= said(lines).last;
    yield {
      column: 1,
      length: 3,
      message: `A line with only “${text.slice(0, 3)}” ends the record.`,
      why: last ? 'Nothing comes after it.' : 'What is below it would be lost.',
      advice: last
        ? 'Take the line out.'
        : 'Take the line out. If a second record begins here, move it to a separate file.',
    };
  },
};

/** The numbers of the first and the last line that says something. */
const said = knownOf((lines: readonly Line[]) => ({
  first: lines.find((line) => !isBlank(line))?.number ?? Infinity,
  last: lines.findLast((line) => !isBlank(line))?.number ?? 0,
}));

function isBlank({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}
