import { type Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

/** A line that ends the record, with or without another one below it. */
export const secondRecord: FaultRule = {
  severity: 'error',
  inSilence: /^---/m,
  find({ text, number, inside }, { lines }) {
    if (!/^(?:---|\.\.\.)(?:\s|$)/.test(text) || inside === 'block') return undefined;
    const before = lines.slice(0, number - 1);
    if (text.startsWith('---') && before.every(isBlank)) return undefined;
    const last = lines.slice(number).every(isBlank);
    return {
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

function isBlank({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}
