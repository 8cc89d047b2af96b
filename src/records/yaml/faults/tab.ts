import type { FaultRule } from './fault.ts';

/** A tab before a line: YAML takes only spaces there. */
export const tab: FaultRule = {
  severity: 'error',
  find({ text }) {
    const start = /^ *\t[ \t]*/.exec(text)?.[0];
    if (start === undefined || text.trim() === '') return undefined;
    return {
      column: start.indexOf('\t') + 1,
      length: start.length - start.indexOf('\t'),
      message: start.startsWith('\t')
        ? 'This line starts with a tab.'
        : 'There is a tab in the space before this line.',
      advice: 'Use spaces to move a line in: two for each step.',
    };
  },
};
