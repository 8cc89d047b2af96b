import type { Rule } from '../../rule.ts';
import type { Line } from '../lines.ts';
import type { Fault } from './fault.ts';

const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** A quick look at a whole text for marks of a merge. */
export const looksMerged = new RegExp(`${mark.source}|^\\+`, 'm');

/**
 * Two versions of some lines that a merge left for a person to choose from. It looks at a whole text:
 * beside these marks no other rule of typing can tell anything.
 */
export const versionChosen: Rule<readonly Line[], Omit<Fault, 'rule'>> = {
  name: 'merge-conflict',
  about: 'If two people changed the same lines, somebody has chosen which to keep.',

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

/** At the left of a line, a plus is a mark of those lists and of nothing in a record. */
const added = /^\+(?=[\s\w"'-])/;

/** Lines copied from a list of changes, as code hosts show one: “+    text: Done.” */
export const changesPasted: Rule<readonly Line[], Omit<Fault, 'rule'>> = {
  name: 'changes-pasted',
  about: 'No line starts with the plus of a list of changes.',

  *find(lines) {
    const first = lines.find(({ text, inside }) => added.test(text) && inside !== 'quotes');
    if (first === undefined) return;
    yield {
      line: first.number,
      column: 1,
      length: 1,
      severity: 'error',
      silent: true,
      bringsAll: true,
      message: 'This line starts with a plus, as in a list of changes on a code host.',
      why: 'There, a plus is before each line that is new, and a minus before each that is gone.',
      advice:
        'Replace each of these plus signs with a space, and delete the lines that start with a minus there. Or copy the whole file again from its own page.',
    };
  },
};

/** Whether a line is such a mark, and no part of the record. */
function isMark({ text }: Line): boolean {
  return mark.test(text);
}
