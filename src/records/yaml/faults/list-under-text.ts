import type { FaultRule } from './fault.ts';

export const listUnderText: FaultRule = {
  name: 'list-under-text',
  about: 'A field holds a text or a list, not both.',
  inSilence: /^(?<space> *)(?:- +)?[A-Za-z_]+: +[^\s|>#"'[&*!].*\r?\n\k<space> +- /m,
  *find({ line: { inside, opener, body, dashed, indent } }) {
    if (inside !== 'text' || !dashed || opener?.key === undefined) return;
    // A shortcut of YAML is no text.
    if (/^[&*!]\S*$/.test(opener.value)) return;
    yield {
      column: indent + 1,
      length: 1,
      message: `This line starts with a dash, but “${opener.key}” already has a text beside its name.`,
      why: 'The dash and everything after it would become part of that text.',
      advice: `If “${opener.key}” is a list, put its first entry on a separate line too:\n${opener.key}:\n  - ${opener.value}\n  - ${body}`,
    };
  },
};
