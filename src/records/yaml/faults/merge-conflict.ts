import type { Rule } from '../../rule.ts';
import type { Line } from '../lines.ts';
import type { Fault } from './fault.ts';

const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** A quick look at a whole text for marks of a merge. */
export const looksMerged = new RegExp(mark, 'm');

/**
 * Two versions of some lines that a merge left for a person to choose from. It looks at a whole text:
 * beside these marks no other rule of typing can tell anything.
 */
export const versionChosen: Rule<readonly Line[], Omit<Fault, 'rule'>> = {
  name: 'merge-conflict',
  about: 'Where two people changed the same lines, somebody has chosen what is to remain.',

  *find(lines) {
    let open = false;
    for (const { number, text } of lines.filter(isMark)) {
      const told = open;
      open = !text.startsWith('>');
      if (told) continue;
      yield {
        line: number,
        column: 1,
        length: text.trimEnd().length,
        severity: 'error',
        silent: true,
        bringsAll: true,
        message: 'There are two versions of this part here, and nobody has chosen between them.',
        why: 'Two people changed the same lines. The marks <<<<<<<, ======= and >>>>>>> show both versions.',
        advice:
          'Take out the lines with the marks. If both versions are right, keep both. If only one is right, take the other out.',
      };
    }
  },
};

/** Whether a line is such a mark, and no part of the record. */
function isMark({ text }: Line): boolean {
  return mark.test(text);
}
