import type { FaultRule } from './fault.ts';

const number = /^[a-z]{0,8}[\s-]?\d+(?:[.-]\w+)*$/i;

export const notBelowNumber: FaultRule = {
  name: 'not-below-number',
  about: 'What is reported about an action is indented below its number.',
  inSilence:
    /^(?<lead> +)["']?[A-Za-z]{0,8}[ -]?\d[\w.-]*["']?:[ \t]*\r?\n\k<lead>[a-z_]+:(?: |\r?$)/m,
  *find({ line, lines, fields }) {
    const { key, value, inside, column, dashed } = line;
    if (key === undefined || value !== '' || inside || dashed || !number.test(key)) return;
    const rest = lines.slice(line.number);
    const end = rest.findIndex(
      (other) =>
        other.body !== '' &&
        (other.column < column || (other.column === column && !fields.has(other.key ?? ''))),
    );
    const below = (end === -1 ? rest : rest.slice(0, end)).filter(({ body }) => body !== '');
    if (below[0]?.column !== column || column === 0) return;
    // Some of them are where they belong.
    if (below.some((other) => other.inside === 'text' && fields.has(other.key ?? ''))) return;
    const hasTabs = below.some(({ text }) => /^ *\t/.test(text));
    yield {
      column: column + 1,
      length: line.body.length - 1,
      lastLine: below.at(-1)!.number,
      message: `The lines below “${key}” do not belong to it, because they are ${hasTabs ? 'indented with tabs' : 'not indented'}.`,
      advice: `${hasTabs ? 'Type spaces in place of the tabs' : 'Put two more spaces before each of them'}:\n${' '.repeat(column)}"${key}":\n${below
        .map(({ text, indent }) => ' '.repeat(indent + 2) + text.trimStart())
        .join('\n')}`,
    };
  },
};
