import type { FaultRule } from './fault.ts';

export const tab: FaultRule = {
  name: 'tab',
  about: 'Lines are indented with spaces, not with tabs.',
  *find({ line: { text } }) {
    const start = /^ *\t[ \t]*/.exec(text)?.[0];
    if (start === undefined || text.trim() === '') return;
    yield {
      column: start.indexOf('\t') + 1,
      length: start.length - start.indexOf('\t'),
      message: start.startsWith('\t')
        ? 'This line starts with a tab.'
        : 'There is a tab in the space before this line.',
      advice: 'Use spaces to indent a line: two for each level.',
    };
  },
};
