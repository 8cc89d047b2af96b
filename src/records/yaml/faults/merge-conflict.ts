import type { Line } from '../lines.ts';
import type { Fault } from './fault.ts';

const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** A quick look at a whole text for marks of a merge. */
export const looksMerged = new RegExp(mark, 'm');

/** Two versions of some lines that a merge left for a person to choose from; git’s marks show them. */
export function mergeConflicts(lines: readonly Line[]): Fault[] {
  let open = false;
  return lines.filter(isMark).flatMap(({ number, text }) => {
    const told = open;
    open = !text.startsWith('>');
    if (told) return [];
    return {
      rule: 'merge-conflict',
      line: number,
      column: 1,
      length: text.trimEnd().length,
      severity: 'error',
      silent: true,
      bringsAll: true,
      message: 'There are two versions of this part here, and nobody has chosen between them.',
      why: 'Two people changed the same lines. The marks <<<<<<<, ======= and >>>>>>> show both versions.',
      advice:
        'Take out the lines with the marks. If both versions are right, such as two new updates, keep both, the older one first. If only one is right, take the other out.',
    };
  });
}

/** Whether a line is such a mark, and no part of the record. */
function isMark({ text }: Line): boolean {
  return mark.test(text);
}
