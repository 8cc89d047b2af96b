import type { FaultRule } from './fault.ts';

export const tab: FaultRule = {
  name: 'tab',
  about: 'Lines are indented with spaces, not with tabs.',
  *find({ line: { text, number }, lines }) {
    const start = tabAtStart(text);
    if (start === undefined || text.trim() === '') return;
    let lastLine = number;
    while (tabAtStart(lines[lastLine]?.text ?? '')?.startsWith('\t')) lastLine++;
    const many = start.startsWith('\t') && lastLine > number;
    yield {
      column: start.indexOf('\t') + 1,
      length: start.length - start.indexOf('\t'),
      message: many
        ? `This line and those below it, down to line ${lastLine}, start with a tab.`
        : start.startsWith('\t')
          ? 'This line starts with a tab.'
          : 'There is a tab in the space before this line.',
      advice: many
        ? 'Take the tabs out. Where a line belongs to one above it, type two spaces in place of the tab.'
        : 'Use spaces to indent a line: two for each level.',
      ...(many && { lastLine }),
    };
  },
};

function tabAtStart(text: string): string | undefined {
  return /^ *\t[ \t]*/.exec(text)?.[0];
}
